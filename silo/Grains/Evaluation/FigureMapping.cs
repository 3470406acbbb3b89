using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Evaluation;

/// <summary>From figures to what crosses a call.</summary>
internal static class FigureMapping
{
    public static EvaluationView ToView(this CohortFigures figures, CohortView cohort, OpenWeeks calendar, DateTimeOffset now, ImmutableArray<TalkView> talk) => new(
        cohort.Cohort,
        now,
        calendar.Numbers,
        figures.N,
        cohort.ModulesNeeded,
        [.. figures.Breakdowns.Offered.Select(attribute => new AttributeView(attribute.Name, [.. attribute.Groups.Select(ToView)]))],
        figures.Breakdowns.Withheld,
        ToView(null, figures.Retention, calendar),
        [.. figures.RetentionBy.Select(by => new CurvesView(by.Attribute, [.. by.Curves.Select(curve => ToView(curve.Group.ToView(), curve.Curve, calendar))]))],
        figures.Stages.ToView(),
        [.. figures.Weeks.Select(ToView)],
        figures.Voices.ToView(),
        figures.Research.ToView(),
        talk);

    public static FigureView ToView(this ShownFigure figure) => new(
        figure.Name,
        figure.N,
        [.. figure.Outcomes.Select(ToView)],
        [.. figure.Outcomes.Select((_, index) => figure.Share(index).ToView())],
        [.. figure.By.Select(table => new TableView(table.Attribute, [.. table.Rows.Select(row => new RowView(row.Group.ToView(), [.. row.Shares.Select(share => share?.ToView())]))]))]);

    public static QuestionFigureView ToView(this QuestionFigure figure) => new(
        figure.Question,
        figure.Part,
        figure.Wording,
        figure.Figure.ToView(),
        figure.Middle?.Lower,
        figure.Middle?.Median,
        figure.Middle?.Upper,
        figure.Score is { Score: { } score, Interval: { } interval } net ? new(net.N, score, interval.Low, interval.High) : null);

    public static PairedView ToView(this PairedFigure figure, string before, string after)
    {
        var change = figure.Difference;
        return new(
            before,
            after,
            figure.Question,
            figure.Part,
            figure.Refused?.Code,
            change?.N ?? 0,
            figure.Before ?? 0,
            figure.After ?? 0,
            change?.Change.Value ?? 0,
            change?.Change.Interval?.Low,
            change?.Change.Interval?.High,
            change?.Effect,
            change?.EffectInterval?.Low,
            change?.EffectInterval?.High);
    }

    public static GroupView ToView(this Group group) => new(group.Values, group.Size);

    public static ShareView ToView(this Proportion share) => share is { Share: { } value, Interval: { } interval }
        ? new(share.Count, share.N, value, interval.Low, interval.High)
        : new(0, 0, 0, 0, 1);

    private static CurveView ToView(GroupView? group, Retention curve, OpenWeeks calendar) => new(
        group,
        curve.N,
        [.. curve.Steps.Select(step => new StepView(calendar.NumberOf(step.Week), step.AtRisk, step.Left, step.Unknown, step.Share, step.Interval.Low, step.Interval.High))]);
}
