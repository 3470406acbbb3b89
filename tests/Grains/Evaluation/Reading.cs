using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

/// <summary>A cohort whose answers are coded by Eva and Nils. Fifteen answered in words, of whom ten agreed to research.</summary>
internal sealed class Reading(Survey survey, string form) : IAsyncDisposable
{
    public const int Answered = 15;

    public const int Agreed = 10;

    public Pilot Pilot => survey.Pilot;

    public CodingKey Eva { get; } = new(form, "why", "eva");

    public CodingKey Nils { get; } = new(form, "why", "nils");

    public ICodingDeskGrain Desk => survey.Grains.CodingDesk(Survey.Cohort);

    public ICodebookGrain Book => survey.Grains.Codebook(Survey.Cohort);

    public static async Task<Reading> StartAsync(FormLevel level = FormLevel.Confidential, bool onDisk = false)
    {
        var survey = await Survey.StartAsync(Answered, onDisk);
        var form = await survey.Open(level);
        foreach (var number in Enumerable.Range(1, Answered))
        {
            (await survey.Grains.Learner(Survey.Learner(number)).AgreeToResearch(Survey.Cohort, number <= Agreed)).Accepted();
            (await survey.Answer(form, Survey.Learner(number), why: Words(number))).Outcome.Accepted();
        }

        var reading = new Reading(survey, form);
        (await reading.Book.Add("pace", "eva", new("Pace"))).Accepted();
        (await reading.Book.Add("length", "eva", new("Length"))).Accepted();
        return reading;
    }

    public static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"كان طويلًا 👍🏽 — long for a phone, said {number:00}.");

    public Task<ImmutableArray<CodingText>> Texts() => Desk.Texts(Eva.Form, Eva.Question);

    public async Task<PassageView> Passage(int at, string code = "pace")
    {
        var texts = await Texts();
        return new(string.Create(CultureInfo.InvariantCulture, $"s-{at}"), texts[at % texts.Length].Key, code, at / texts.Length, (at / texts.Length) + 2);
    }

    public async Task<PassageView> Code(CodingKey coder, int at, string code = "pace")
    {
        var passage = await Passage(at, code);
        (await Desk.Code(coder, passage)).Accepted();
        return passage;
    }

    public ValueTask DisposeAsync() => survey.DisposeAsync();
}
