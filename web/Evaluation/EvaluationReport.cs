using System.ComponentModel;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>What programs are told of a cohort's figures.</summary>
public sealed record EvaluationReport(
    string Cohort,
    [property: Description("When they were counted.")] DateTimeOffset AsOf,
    [property: Description("The weeks that have opened.")] IReadOnlyList<int> Weeks,
    [property: Description("How many participants there are.")] int Joined,
    [property: Description("How many weeks complete the course.")] int ModulesNeeded,
    [property: Description("By which figures may be filtered, and the groups: values that stand together are one.")] IReadOnlyList<ReportAttribute> Attributes,
    [property: Description("Attributes that would single out somebody.")] IReadOnlyList<string> Withheld,
    [property: Description("Who stayed how long, by Kaplan and Meier, in steps of five people or more.")] IReadOnlyList<ReportStep> Retention,
    ReportFigure Stages,
    [property: Description("One for each week that has opened, among those who are not shown to have left before.")] IReadOnlyList<ReportFigure> Reading,
    ReportFigure Voices,
    ReportFigure Research,
    IReadOnlyList<ReportTalk> Talk)
{
    internal static EvaluationReport Of(EvaluationView view, string? attribute, string? value)
    {
        var curve = attribute is null ? view.Retention : view.RetentionBy.FirstOrDefault(by => by.Attribute == attribute)?.Curves.FirstOrDefault(known => known.Group!.Values.Contains(value ?? ""));
        return new(
            view.Cohort,
            view.AsOf,
            view.Weeks,
            view.Joined,
            view.ModulesNeeded,
            [.. view.Attributes.Select(known => new ReportAttribute(known.Attribute, [.. known.Groups.Select(group => new ReportGroup(group.Values, group.Size))]))],
            view.Withheld,
            [.. (curve?.Steps ?? []).Select(step => new ReportStep(step.Week, step.AtRisk, step.Left, step.Share, step.Low, step.High))],
            Figure(view.Stages),
            [.. view.Reading.Select(Figure)],
            Figure(view.Voices),
            Figure(view.Research),
            [.. view.Talk.Select(week => new ReportTalk(week.Week, week.Threads, week.Posts, week.Questions, week.Answered))]);

        ReportFigure Figure(FigureView figure)
        {
            var row = figure.Row(attribute, value);
            return new(figure.Name, row?.Group.Size ?? (attribute is null ? figure.N : null), [.. figure.Outcomes.Select((outcome, index) => new ReportOutcome(
                outcome.Values,
                row?.Shares[index] is { } share ? new(share.Count, share.N, share.Share, share.Low, share.High) : null))]);
        }
    }
}

public sealed record ReportAttribute(string Name, IReadOnlyList<ReportGroup> Groups);

/// <param name="Values">An empty one is that nothing is known.</param>
public sealed record ReportGroup(IReadOnlyList<string> Values, int Size);

public sealed record ReportStep(
    [property: Description("0 is the time before week 1.")] int Week,
    [property: Description("Still followed when the week began.")] int AtRisk,
    int Left,
    [property: Description("The share that stayed beyond it, from 0 to 1.")] double Share,
    double Low,
    double High);

public sealed record ReportFigure(string Name, [property: Description("How many people it is about; null where nothing is shown.")] int? N, IReadOnlyList<ReportOutcome> Outcomes);

public sealed record ReportOutcome(IReadOnlyList<string> Values, [property: Description("Null where it is not shown.")] ReportShare? Share);

public sealed record ReportShare(int Count, int N, [property: Description("From 0 to 1.")] double Share, double Low, double High);

public sealed record ReportTalk(int Week, int Threads, int Posts, int Questions, int Answered);
