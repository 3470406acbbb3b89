using System.Collections.Immutable;
using System.Text;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What people have to know who were handed the files and nothing else.</summary>
internal static class ExportReadme
{
    private static readonly ImmutableArray<string> Rules = ["who", "keys", "small", "anonymous", "days", "columns", "apostrophe", "left-out", "same"];

    public static string Of(ExportRun run, IEnumerable<Table> tables)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(run.Words.Get("exports.package", ("cohort", run.Cohort.Name))).Append("\n\n");
        foreach (var table in tables)
        {
            text.Append("- `data/").Append(table.Name).Append(".csv`: ").Append(table.Description).Append('\n');
        }

        text.Append('\n');
        foreach (var rule in Rules)
        {
            text.Append(Say(run, rule)).Append("\n\n");
        }

        return text.ToString();
    }

    public static string OfTexts(ExportRun run) => $"{run.Words.Get("exports.texts", ("cohort", run.Cohort.Name))}\n\n{Say(run, "who")}\n\n{Say(run, "texts")}\n";

    private static string Say(ExportRun run, string rule)
    {
        var withheld = run.Roster.Withheld.IsEmpty ? "" : " " + run.Words.Get("exports.readme.withheld", ("columns", string.Join(", ", run.Roster.Withheld.Select(name => $"`{name}`"))));
        return run.Words.Get($"exports.readme.{rule}", ("label", run.Label), ("people", run.Roster.People.Length), ("missing", run.Roster.Missing)) + (rule == "small" ? withheld : "");
    }
}
