using System.Runtime.CompilerServices;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What evaluators made of free text, and what they concluded.</summary>
internal static class CodingTables
{
    public static Table Codes(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "codes", [describe.Text("code"), describe.Text("code_name"), describe.Text("code_description"), describe.Text("part_of"), describe.Text("stands_as")], ["code"], _ => Codes(run, default));
    }

    public static Table Segments(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "coded-segments",
            [
                describe.Text("opened_form") with { IsRequired = true }, describe.Text("question") with { IsRequired = true }, describe.Text("respondent") with { IsRequired = true },
                describe.Text("coder") with { IsRequired = true }, describe.Text("code"), describe.Text("code_name"), describe.Whole("segment_start", "characters"), describe.Whole("segment_end", "characters"),
                describe.Text("words"), describe.Yes("may_quote"),
            ],
            [],
            stop => Segments(run, stop));
    }

    public static Table Findings(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "findings",
            [
                describe.Text("finding"), describe.Text("statement"), describe.Text("recommendation"), describe.Levels("aim", "aim", Enum.GetValues<AimKind>().Select(FormTables.NameOf)), describe.Whole("week"),
                describe.Text("form"), describe.Levels("verdict", "verdict", Enum.GetValues<Verdict>().Select(FormTables.NameOf)), describe.Text("reason"), describe.Day("decided_on"), describe.Day("acted_on"),
                describe.Text("evidence"), describe.Day("written_on"),
            ],
            ["finding"],
            _ => Written(run));
    }

    private static async IAsyncEnumerable<Cell[]> Codes(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var code in await run.Grains.Codebook(run.Cohort.Cohort).List())
        {
            stop.ThrowIfCancellationRequested();
            yield return [code.Id, code.Name, code.Description.Length == 0 ? null : code.Description, code.Parent, code.StandsAs];
        }
    }

    private static async IAsyncEnumerable<Cell[]> Segments(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        var coded = await CodedAnswers.Read(run);
        foreach (var form in run.Forms.Where(form => form.Definition.Questions.Any(question => coded.Has(form.Id, question.Id))))
        {
            var answers = await GivenAnswers.Of(run, form, stop);
            foreach (var (place, question) in form.Definition.Questions.Index().Where(question => coded.Has(form.Id, question.Item.Id)))
            {
                var passages = await coded.Of(form.Id, question.Id);
                foreach (var given in answers)
                {
                    foreach (var one in passages[given.CodingKey])
                    {
                        yield return
                        [
                            form.Id, question.Id, given.Key, one.Coder, one.Passage.Code, one.Code?.Name, one.Passage.Start, one.Passage.End,
                            given.Answers[place] is [var text, ..] ? CodedAnswers.WordsOf(text, one.Passage) : null, one.Passage.MayQuote,
                        ];
                    }
                }
            }
        }
    }

    private static async IAsyncEnumerable<Cell[]> Written(ExportRun run)
    {
        foreach (var finding in (await run.Grains.Findings(run.Cohort.Cohort).List()).Reverse())
        {
            yield return
            [
                finding.Id, finding.Text.Statement, finding.Text.Recommendation.Length == 0 ? null : finding.Text.Recommendation, finding.Text.Aim is { } aim ? FormTables.NameOf(aim.Kind) : null,
                (long?)finding.Text.Aim?.Week, finding.Text.Aim?.Form, finding.Decision is { } decision ? FormTables.NameOf(decision.Verdict) : null, finding.Decision?.Reason, run.Day(finding.Decision?.At),
                run.Day(finding.Acted?.At), Evidence(run, finding), run.Day(finding.At),
            ];
        }
    }

    /// <remarks>Quotes stay out: their words stand among the coded segments, of those who agreed.</remarks>
    private static string? Evidence(ExportRun run, FindingView finding)
    {
        var figures = finding.Evidence.Where(one => one.Figure is not null).Select(one => Figure(run, one.Figure!)).ToList();
        return figures.Count == 0 ? null : string.Join("; ", figures);
    }

    private static string Figure(ExportRun run, FrozenFigureView figure)
    {
        var interval = figure is { Low: { } low, High: { } high } ? FormattableString.Invariant($" [{low:0.###}, {high:0.###}]") : "";
        return FormattableString.Invariant($"{figure.Name} = {figure.Value:0.###}{interval}, n = {figure.N}, {run.Day(figure.AsOf):yyyy-MM-dd}");
    }
}
