using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

/// <summary>A cohort of sixty from three parts of the world in its fourth week, with a form before, one after, and a pulse each week.</summary>
internal static class Story
{
    public const string Cohort = "spring";
    public const int People = 60;
    public const int Stayed = 44;
    public const int Completing = 20;

    private static readonly string[] Zones = ["Africa/Dakar", "Asia/Tokyo", "Europe/Paris"];
    private static readonly string[] Tracks = ["nascent", "emerging", "expanding"];

    public static string Learner(int person) => string.Create(CultureInfo.InvariantCulture, $"p{person}");

    /// <summary>Twenty complete each week, twenty-four read, sixteen are silent after week 1.</summary>
    public static async Task<Visitor> TellAsync(TestPilot pilot, string language = "en", string cohort = Cohort, bool withForms = false)
    {
        await pilot.CohortAsync(cohort, firstDay: DateOnly.FromDateTime(pilot.Clock.Now.UtcDateTime), seats: 70);
        foreach (var person in Enumerable.Range(0, People))
        {
            var learner = pilot.Grains.Learner(Learner(person));
            await learner.Register(new(person % 2 == 0 ? "fr" : "en", Zones[person % 3]));
            Accepted(await learner.Join(new(cohort, $"P{person}", CohortRole.Participant, Tracks[person / 4 % 3], Research: person % 4 > 0)));
        }

        pilot.Clock.Advance(TimeSpan.FromDays(1));
        var before = withForms ? await OpenAsync(pilot, cohort, Before, null) : "";
        for (var week = 1; week <= 4; week++)
        {
            foreach (var person in Enumerable.Range(0, week == 1 ? People : Stayed))
            {
                var learner = pilot.Grains.Learner(Learner(person));
                Accepted(await (person < Completing ? learner.Complete(cohort, week) : learner.Read(cohort, week, null)));
            }

            if (withForms)
            {
                await AnswerWeekAsync(pilot, cohort, week, before);
            }

            pilot.Clock.Advance(TimeSpan.FromDays(week == 4 ? 0 : 7));
        }

        var account = await pilot.AccountAsync("eva-" + cohort, passphrase: "a long enough phrase", preferences: new PreferencesView(language, "Africa/Nairobi"));
        Accepted(await pilot.Grains.Learner(account.Learner).Join(new(cohort, "Eva", CohortRole.Evaluator, null)));
        return await pilot.SignInAsync(account);
    }

    public static FormDefinition Before { get; } = new("before", FormKind.Before, FormLevel.Confidential, "en", In("Before you begin"), null, 2, [Can(), Recommend()]);

    public static FormDefinition After { get; } = Before with { Form = "after", Kind = FormKind.After, Title = In("Looking back") };

    public static FormDefinition Pulse { get; } = new("weekly-pulse", FormKind.Pulse, FormLevel.Anonymous, "en", In("How was this week?", "كيف كان هذا الأسبوع؟"), null, 1,
    [
        new("pace", QuestionKind.Scale, In("The pace was right for me.", "كانت السرعة مناسبة لي."), "aaaaaaaaaaaa") { Levels = Agreement },
        new("why", QuestionKind.Long, In("What would have helped?"), "bbbbbbbbbbbb") { Most = 500 },
    ]);

    public static async Task<string> OpenAsync(TestPilot pilot, string cohort, FormDefinition form, int? week)
    {
        var reply = await pilot.Grains.Forms(cohort).Open(new(Guid.CreateVersion7().ToString(), form, week, pilot.Clock.Now.AddDays(5), "ines"));
        Accepted(reply.Outcome);
        return reply.Form!;
    }

    public static async Task AnswerAsync(TestPilot pilot, string cohort, string form, int person, params (string Question, string[] Values)[] answers)
    {
        var given = answers.ToImmutableSortedDictionary(answer => answer.Question, answer => answer.Values.ToImmutableArray(), StringComparer.Ordinal);
        Accepted((await pilot.Grains.Form(cohort, form).Answer(new(Learner(person), Guid.NewGuid().ToString(), "en", given))).Outcome);
    }

    private static async Task AnswerWeekAsync(TestPilot pilot, string cohort, int week, string before)
    {
        var pulse = await OpenAsync(pilot, cohort, Pulse, week);
        foreach (var person in Enumerable.Range(0, Stayed - (3 * week)))
        {
            await AnswerAsync(pilot, cohort, pulse, person, ("pace", [Level(1 + ((person + week) * 7 % 11 * 5 / 11))]), ("why", ["More time."]));
        }

        if (week is 1 or 4)
        {
            var form = week == 1 ? before : await OpenAsync(pilot, cohort, After, null);
            foreach (var person in Enumerable.Range(0, week == 1 ? 50 : 40))
            {
                var gain = week == 1 ? 0 : 1 + (person % 3 == 0 ? 1 : 0);
                await AnswerAsync(pilot, cohort, form, person, ("can", [$"negotiate:{Level(1 + (person % 3) + gain)}", $"write:{Level(2 + (person % 2) + (gain / 2))}"]), ("recommend", [Level((person % 6) + 5)]));
            }
        }

        await pilot.Grains.Forms(cohort).Close(pulse);
    }

    private static ImmutableArray<ImmutableSortedDictionary<string, string>> Agreement =>
        [In("Disagree strongly", "لا أوافق بشدة"), In("Disagree", "لا أوافق"), In("Neither", "بين بين"), In("Agree", "أوافق"), In("Agree strongly", "أوافق بشدة")];

    private static QuestionDefinition Can() => new("can", QuestionKind.Matrix, In("I can…"), "cccccccccccc")
    {
        Rows = [new("negotiate", In("prepare a negotiation")), new("write", In("write an agreement"))],
        Levels = Agreement,
    };

    private static QuestionDefinition Recommend() => new("recommend", QuestionKind.Recommend, In("Would you recommend this course?"), "dddddddddddd") { Low = In("No"), High = In("Yes") };

    private static string Level(int level) => level.ToString(CultureInfo.InvariantCulture);

    private static ImmutableSortedDictionary<string, string> In(string english, string? arabic = null)
    {
        var text = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", english);
        return arabic is null ? text : text.Add("ar", arabic);
    }

    private static void Accepted(Outcome outcome) => Assert.True(outcome.Accepted, outcome.Code);
}
