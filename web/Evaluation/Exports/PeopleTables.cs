using System.Runtime.CompilerServices;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What participants did: one row for each, and one for each and every week.</summary>
internal static class PeopleTables
{
    public static Table Completion(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "completion",
            [
                describe.Text("study_key"), describe.Text("track"), describe.Text("language"), describe.Text("region"), describe.Day("joined_on"), describe.Yes("paused"),
                describe.Whole("weeks_completed", "weeks"), describe.Whole("weeks_needed", "weeks"), describe.Whole("forms_needed", "forms"), describe.Text("forms_missing"),
                describe.Yes("complete"), describe.Day("last_completed_on"),
            ],
            ["study_key"],
            stop => Completion(run, stop));
    }

    public static Table Progress(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "progress",
            [
                describe.Text("study_key"), describe.Whole("week"), describe.Text("week_id"), describe.Day("opened_on"), describe.Day("read_on"), describe.Day("completed_on"), describe.Day("due_on"),
                describe.Whole("extension_days", "days"),
            ],
            ["study_key", "week"],
            stop => Progress(run, stop));
    }

    /// <summary>Everyone in the export with their place in the cohort, in the order of the keys.</summary>
    public static IAsyncEnumerable<(Contracts.Evaluation.StudyPerson Asked, EnrolmentView? Answer)> Places(ExportRun run, CancellationToken stop) =>
        Many.Ask(run.Roster.People, person => run.Grains.Learner(person.Learner).Enrolment(run.Cohort.Cohort), stop);

    private static async IAsyncEnumerable<Cell[]> Completion(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var (person, place) in Places(run, stop))
        {
            yield return
            [
                person.Key, person.Track, person.Language, person.Region, run.Day(place?.JoinedAt), place?.Paused, place?.Done, place?.Needed, run.Cohort.FormsNeeded.Length, Missing(place),
                place?.Complete, run.Day(place?.Weeks.Max(week => week.CompletedAt)),
            ];
        }
    }

    private static string? Missing(EnrolmentView? place) => place is { FormsMissing: { IsEmpty: false } missing } ? string.Join(' ', missing) : null;

    private static async IAsyncEnumerable<Cell[]> Progress(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var (person, place) in Places(run, stop))
        {
            foreach (var work in place?.Weeks ?? [])
            {
                var week = run.Cohort.Week(work.Number);
                yield return
                [
                    person.Key, work.Number, week?.WeekId, week is { Skipped: false } ? run.Day(week.OpensAt) : Cell.Missing, run.Day(work.ReadAt), run.Day(work.CompletedAt), run.Day(work.DueAt), work.ExtensionDays,
                ];
            }
        }
    }
}
