using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What one respondent answered to an opened form.</summary>
/// <param name="Key">Stands for the participant; of an anonymous form for this answer alone.</param>
/// <param name="CodingKey">Stands for them where texts are coded.</param>
/// <param name="Day">Null for anonymous answers, which have no time; so the language.</param>
internal sealed record GivenAnswer(string Key, string CodingKey, DateOnly? Day, string? Language, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers);

/// <summary>Reads the answers to an opened form that may leave, page by page, and puts them in the order of their keys, which says nothing about them.</summary>
internal static class GivenAnswers
{
    public static async Task<List<GivenAnswer>> Of(ExportRun run, FormView form, CancellationToken stop)
    {
        var given = form.Definition.Level == FormLevel.Anonymous ? await Ballots(run, form, stop) : await Responses(run, form, stop);
        given.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return given;
    }

    private static async Task<List<GivenAnswer>> Responses(ExportRun run, FormView form, CancellationToken stop)
    {
        var given = new List<GivenAnswer>();
        var grain = run.Grains.Form(run.Cohort.Cohort, form.Id);
        await foreach (var (_, page) in Many.Ask(Enumerable.Range(1, await grain.Pages()), grain.Responses, stop))
        {
            foreach (var response in page)
            {
                if (run.ByLearner.TryGetValue(response.Learner, out var person))
                {
                    given.Add(new(person.Key, person.CodingKey, run.Day(response.At), response.Language, response.Answers));
                }
            }
        }

        return given;
    }

    /// <remarks>The grain hands out anonymous answers only once the form is closed and enough of them are there.</remarks>
    private static async Task<List<GivenAnswer>> Ballots(ExportRun run, FormView form, CancellationToken stop)
    {
        var given = new List<GivenAnswer>();
        var grain = run.Grains.Form(run.Cohort.Cohort, form.Id);
        var exports = run.Grains.Exports(run.Cohort.Cohort);
        await foreach (var (_, page) in Many.Ask(Enumerable.Range(1, await grain.Pages()), grain.Ballots, stop))
        {
            ImmutableArray<string> ballots = [.. page.Select(ballot => ballot.Ballot)];
            var keys = await exports.Keys(run.Label, ballots);
            var codingKeys = await exports.Keys(IExportsGrain.CodingLabel, ballots);
            given.AddRange(page.Select((ballot, index) => new GivenAnswer(keys[index], codingKeys[index], null, null, ballot.Answers)));
        }

        return given;
    }
}
