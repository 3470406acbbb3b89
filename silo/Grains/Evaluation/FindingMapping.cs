using CohortCourses.Contracts.Evaluation;
using CohortCourses.Grains.Documents;
using Rules = CohortCourses.Domain.Evaluation;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Between what is true of findings and what crosses a call.</summary>
internal static class FindingMapping
{
    public static Rules.FindingWords ToDomain(this FindingText text) => new(
        text.Statement, text.Recommendation, text.Aim is { } aim ? new((Rules.AimKind)aim.Kind, aim.Week, aim.Form) : null);

    public static Rules.Evidence ToDomain(this EvidenceView evidence) => new(
        evidence.Id, evidence.Figure?.ToDomain(), evidence.Quote is { } quote ? new(quote.Text, quote.Words) : null);

    public static Rules.FrozenFigure ToDomain(this FrozenFigureView figure) => new(
        figure.Key, figure.Name, figure.Value, (Rules.FigureUnit)figure.Unit, figure.N, figure is { Low: { } low, High: { } high } ? new(low, high) : null, figure.AsOf.ToInstant());

    public static Rules.PublicWords ToDomain(this PublicText words) => new(words.Language, words.Said, words.Changed);

    public static FrozenFigureView ToView(this Rules.FrozenFigure figure) => new(
        figure.Key, figure.Name, figure.Value, (FigureUnit)figure.Unit, figure.N, figure.Interval?.Low, figure.Interval?.High, figure.AsOf.ToOffset());

    public static AimView ToView(this Rules.Aim aim) => new((AimKind)aim.Kind, aim.Week, aim.Form);

    public static ActedView ToView(this Rules.ActedOn acted) => new(acted.Cohort, acted.By, acted.Note, acted.At.ToOffset());

    public static FindingView ToView(this Rules.Finding finding) => new(
        finding.Id,
        finding.By,
        finding.At.ToOffset(),
        new(finding.Words.Statement, finding.Words.Recommendation, finding.Words.Aim?.ToView()),
        [.. finding.Evidence.Select(one => new EvidenceView(one.Id, one.Figure?.ToView(), one.Quote is { } quote ? new(quote.Text, quote.Words) : null))],
        finding.Decision is { } made ? new((Verdict)made.Verdict, made.By, made.Reason, made.At.ToOffset()) : null,
        finding.Acted?.ToView(),
        [.. finding.Public.Select(words => new PublicText(words.Language, words.Said, words.Changed))],
        finding.Version);

    public static Rules.PlanItem? ToPlan(this FindingView finding) => finding is { IsAccepted: true, Decision: { } made, Text.Aim: { } aim }
        ? new(finding.Id, finding.Text.Statement, finding.Text.Recommendation, new((Rules.AimKind)aim.Kind, aim.Week, aim.Form), made.By, made.Reason, made.At.ToInstant())
        : null;

    public static PhaseView ToView(this Rules.Phase phase) => new(
        phase.Previous,
        phase.By,
        phase.At.ToOffset(),
        [.. phase.Items.Select(item => new PlanItemView(
            item.Finding, item.Statement, item.Recommendation, item.Aim.ToView(), item.AcceptedBy, item.Reason, item.AcceptedAt.ToOffset(), item.Acted?.ToView()))],
        [.. phase.Baseline.Select(ToView)]);
}
