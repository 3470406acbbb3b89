using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The report of a phase as Markdown, and its pictures one by one.</summary>
internal static class ReportFile
{
    public const string Route = "/c/{cohort}/evaluate/report.md";
    public const string PictureRoute = "/c/{cohort}/evaluate/pictures/{picture}.svg";

    public static void MapEvaluation(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Markdown);
        routes.MapGet(PictureRoute, OnePicture);
    }

    private static async Task<IResult> Markdown(HttpContext context, IGrainFactory grains, Reader reader)
    {
        var cohort = context.Cohort().Cohort;
        return await PhaseReport.OfAsync(grains, cohort, reader.Words) is { } report
            ? Results.File(Encoding.UTF8.GetBytes(Write(report, reader)), "text/markdown; charset=utf-8", $"{cohort.Cohort}-report.md")
            : Results.NotFound();
    }

    private static async Task<IResult> OnePicture(HttpContext context, IGrainFactory grains, Reader reader, string picture)
    {
        var report = await PhaseReport.OfAsync(grains, context.Cohort().Cohort, reader.Words);
        return report?.Pictures.FirstOrDefault(known => known.Key == picture && known.Svg is not null) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.Svg!.ToString()!), "image/svg+xml; charset=utf-8", $"{context.Cohort().Slug}-{found.Key}.svg")
            : Results.NotFound();
    }

    private static string Write(PhaseReport report, Reader reader)
    {
        var words = reader.Words;
        var text = new StringBuilder();
        Line($"# {Safe(words.Get("evaluation.report.title", ("cohort", report.Cohort.Name)))}");
        Line($"{words.Get("evaluation.joined", ("n", report.View.Joined))} · {words.Get("evaluation.as-of", ("moment", reader.Dates.Moment(report.View.AsOf)), ("city", reader.Dates.City))}");
        Line(words["evaluation.small-groups.why"]);
        if (report.Findings.Count > 0)
        {
            Line($"## {words["evaluation.report.findings"]}");
            foreach (var finding in report.Findings)
            {
                Line($"- **{Safe(finding.Text.Statement)}** {Safe(finding.Text.Recommendation)}");
                foreach (var figure in finding.Evidence.Select(evidence => evidence.Figure).OfType<Contracts.Evaluation.FrozenFigureView>())
                {
                    text.Append("  - ").Append(Safe(figure.Name)).Append(": ").Append(words.Value(figure)).Append(", ").AppendLine(words.Counted(figure));
                }
            }
        }

        if (report.Compared is { } compared)
        {
            Line($"## {Safe(words.Get("evaluation.compare.lead", ("now", report.Cohort.Name), ("then", report.Previous)))}");
            Table([words["evaluation.column.figure"], report.Cohort.Name, report.Previous!, words["evaluation.column.difference"]], compared.Figures.Select(IReadOnlyList<string> (figure) =>
                [report.Names.Of(figure.Now), Counted(figure.Now), Counted(figure.Then), report.Names.Difference(figure)]));
        }

        Line($"## {words["evaluate.overview"]}");
        foreach (var picture in report.Overview.All)
        {
            One(picture, 3);
        }

        foreach (var picture in report.Questions.Changes)
        {
            One(picture, 2);
        }

        foreach (var form in report.Questions.Forms)
        {
            Line($"## {Safe(form.Title.Text)} ({words[$"evaluation.level.{form.Level}"]})");
            One(form.Answered, 3);
            foreach (var question in form.Questions.Where(question => question.Pictures.Count > 0))
            {
                Line($"### {Safe(question.Asked.Text)}");
                foreach (var picture in question.Pictures)
                {
                    One(picture, 4);
                }
            }
        }

        return text.ToString().ReplaceLineEndings("\n");

        void Line(string line) => text.AppendLine(line).AppendLine();

        string Counted(Contracts.Evaluation.KeyFigureView figure) => $"{report.Names.Value(figure)}, {words.Of(figure.N)}";

        void One(Picture picture, int level)
        {
            Line($"{new string('#', level)} {Safe(picture.Title)}");
            Line(Safe(picture.Summary));
            if (picture.Svg is not null)
            {
                Table(picture.Table.Head, picture.Table.Rows);
            }

            if (picture.Note is { } note)
            {
                Line(Safe(note));
            }
        }

        void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
        {
            text.Append("| ").AppendJoin(" | ", head.Select(Safe)).AppendLine(" |").Append('|').AppendJoin('|', head.Select(_ => "---")).AppendLine("|");
            foreach (var row in rows)
            {
                text.Append("| ").AppendJoin(" | ", row.Select(Safe)).AppendLine(" |");
            }

            text.AppendLine();
        }
    }

    /// <summary>Text as text: nothing in it begins markup, a link or a cell.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            _ = character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '!' ? safe.Append('\\').Append(character) : safe.Append(character);
        }

        return safe.ToString();
    }
}
