using System.Collections;
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
/// them. One form at a time stands in memory, packed; each row is unpacked as it is asked for.
/// </summary>
internal sealed class GivenAnswers : IEnumerable<GivenAnswer>
{
    private readonly ExportRun run;
    private readonly FormView form;
    private readonly IFormGrain grain;
    private readonly PackedAnswers packing = new();
    private readonly List<Row> rows = [];

    private GivenAnswers(ExportRun run, FormView form)
    {
        this.run = run;
        this.form = form;
        grain = run.Grains.Form(run.Cohort.Cohort, form.Id);
    }

    public static async Task<GivenAnswers> Of(ExportRun run, FormView form, CancellationToken stop)
    {
        var reading = new GivenAnswers(run, form);
        await (form.Definition.Level == FormLevel.Anonymous ? reading.Ballots(stop) : reading.Responses(stop));
        reading.rows.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return reading;
    }

    public IEnumerator<GivenAnswer> GetEnumerator() =>
        rows.Select(row => new GivenAnswer(row.Key, row.CodingKey, row.Day, row.Language, packing.Unpack(row.Answers, form.Definition.Questions.Length))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private async Task Responses(CancellationToken stop)
    {
        await foreach (var (_, page) in Many.Ask(Enumerable.Range(1, await grain.Pages()), grain.Responses, stop))
        {
            foreach (var response in page)
            {
                if (run.ByLearner.TryGetValue(response.Learner, out var person))
                {
                    rows.Add(new(person.Key, person.CodingKey, run.Day(response.At), packing.Once(response.Language), Pack(response.Answers)));
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
            rows.AddRange(page.Select((ballot, index) => new Row(keys[index], codingKeys[index], null, null, Pack(ballot.Answers))));
        }
    }

    private byte[] Pack(ImmutableSortedDictionary<string, ImmutableArray<string>> answers) =>
        packing.Pack(form.Definition.Questions.Select(question => answers.TryGetValue(question.Id, out var answer) ? answer : []));

    private readonly record struct Row(string Key, string CodingKey, DateOnly? Day, string? Language, byte[] Answers);
}
