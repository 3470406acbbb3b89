using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What one respondent answered to an opened form.</summary>
/// <param name="Key">Stands for the participant; of an anonymous form for this answer alone.</param>
/// <param name="CodingKey">Stands for them where texts are coded.</param>
/// <param name="Day">Null for anonymous answers, which have no time; so the language.</param>
/// <param name="Answers">By the place of the question in the form; empty where it was not answered.</param>
internal sealed record GivenAnswer(string Key, string CodingKey, DateOnly? Day, string? Language, ImmutableArray<string>[] Answers);

/// <summary>
/// Reads the answers to an opened form that may leave, page by page, and puts them in the order of their keys, which says nothing about
/// them. One form at a time stands in memory, and what many answered alike stands there once.
/// </summary>
internal sealed class GivenAnswers
{
    /// <summary>Longer answers are hardly ever given twice.</summary>
    private const int LongestAlike = 40;

    private readonly ExportRun run;
    private readonly FormView form;
    private readonly IFormGrain grain;
    private readonly Dictionary<string, ImmutableArray<string>> alike = new(StringComparer.Ordinal);
    private readonly List<GivenAnswer> given = [];

    private GivenAnswers(ExportRun run, FormView form)
    {
        this.run = run;
        this.form = form;
        grain = run.Grains.Form(run.Cohort.Cohort, form.Id);
    }

    public static async Task<List<GivenAnswer>> Of(ExportRun run, FormView form, CancellationToken stop)
    {
        var reading = new GivenAnswers(run, form);
        await (form.Definition.Level == FormLevel.Anonymous ? reading.Ballots(stop) : reading.Responses(stop));
        reading.given.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return reading.given;
    }

    private async Task Responses(CancellationToken stop)
    {
        await foreach (var (_, page) in Many.Ask(Enumerable.Range(1, await grain.Pages()), grain.Responses, stop))
        {
            foreach (var response in page)
            {
                if (run.ByLearner.TryGetValue(response.Learner, out var person))
                {
                    given.Add(new(person.Key, person.CodingKey, run.Day(response.At), response.Language, Lean(response.Answers)));
                }
            }
        }
    }

    /// <remarks>The grain hands out anonymous answers only once the form is closed and enough of them are there.</remarks>
    private async Task Ballots(CancellationToken stop)
    {
        var exports = run.Grains.Exports(run.Cohort.Cohort);
        await foreach (var (_, page) in Many.Ask(Enumerable.Range(1, await grain.Pages()), grain.Ballots, stop))
        {
            ImmutableArray<string> ballots = [.. page.Select(ballot => ballot.Ballot)];
            var keys = await exports.Keys(run.Label, ballots);
            var codingKeys = await exports.Keys(IExportsGrain.CodingLabel, ballots);
            given.AddRange(page.Select((ballot, index) => new GivenAnswer(keys[index], codingKeys[index], null, null, Lean(ballot.Answers))));
        }
    }

    private ImmutableArray<string>[] Lean(ImmutableSortedDictionary<string, ImmutableArray<string>> answers) =>
        [.. form.Definition.Questions.Select(question => answers.TryGetValue(question.Id, out var answer) ? Once(answer) : [])];

    private ImmutableArray<string> Once(ImmutableArray<string> answer) => answer switch
    {
        [{ Length: <= LongestAlike } value] => Once(value),
        [_] => answer,
        _ => [.. answer.Select(value => Once(value)[0])],
    };

    private ImmutableArray<string> Once(string value)
    {
        if (!alike.TryGetValue(value, out var known))
        {
            alike[value] = known = [value];
        }

        return known;
    }
}
