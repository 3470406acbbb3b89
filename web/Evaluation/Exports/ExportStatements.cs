using System.Globalization;
using System.Runtime.CompilerServices;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Exports.Statements;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What participants did, as statements: they joined, completed weeks and the course, and answered forms under their key.</summary>
internal static class ExportStatements
{
    /// <summary>Where a cohort is, to those who collect statements: a name that leads to no server, the same wherever it is exported.</summary>
    public static StatementFile File(ExportRun run) => new($"https://cohortcourses.invalid/c/{run.Cohort.Cohort}", run.Label);

    public static async IAsyncEnumerable<Statement> Of(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        var language = run.Words.Language.Tag;
        var course = new Activity("", ActivityKind.Course, run.Cohort.Name, language);
        await foreach (var (person, place) in PeopleTables.Places(run, stop))
        {
            if (place is null)
            {
                continue;
            }

            yield return new(person.Key, Verb.Registered, course, run.Day(place.JoinedAt));
            foreach (var week in place.Weeks.Where(week => week.CompletedAt is not null))
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/week/{week.Number}");
                yield return new(person.Key, Verb.Completed, new(path, ActivityKind.Module, run.Words.Get("exports.week", ("week", week.Number)), language), run.Day(week.CompletedAt!.Value)) { IsComplete = true };
            }

            if (place.Complete && place.Weeks.Max(week => week.CompletedAt) is { } last)
            {
                yield return new(person.Key, Verb.Completed, course, run.Day(last)) { IsComplete = true };
            }
        }

        foreach (var form in run.Forms.Where(form => form.Definition.Level != FormLevel.Anonymous))
        {
            var (title, tag) = run.Say(form.Definition.Title, form.Definition);
            var survey = new Activity($"/forms/{form.Id}", ActivityKind.Survey, title, tag);
            foreach (var given in await GivenAnswers.Of(run, form, stop))
            {
                yield return new(given.Key, Verb.Answered, survey, given.Day!.Value);
            }
        }
    }
}
