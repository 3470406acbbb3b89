using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Feedback;

/// <summary>A cohort of many participants that is asked something. Ines teaches.</summary>
internal sealed class Survey(Pilot pilot) : IAsyncDisposable
{
    public const string Cohort = "spring";

    public static readonly DateTimeOffset Closing = Pilot.Sunday.AddDays(7);

    public Pilot Pilot => pilot;

    public IGrainFactory Grains => pilot.Grains;

    public IFormsGrain Forms => Grains.Forms(Cohort);

    public static async Task<Survey> StartAsync(int participants = 3, bool onDisk = false)
    {
        var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found(plan: Pilot.Spring with { Seats = 1_000 });
        await pilot.Join("ines", role: CohortRole.Instructor);
        foreach (var learner in Learners(participants))
        {
            await pilot.Join(learner);
        }

        return new(pilot);
    }

    public static IEnumerable<string> Learners(int count) => Enumerable.Range(1, count).Select(Learner);

    public static string Learner(int number) => string.Create(CultureInfo.InvariantCulture, $"learner-{number:000}");

    public static FormDefinition Pulse(FormLevel level = FormLevel.Anonymous) => new("weekly-pulse", FormKind.Pulse, level, "en", In("This week"), null, 1,
    [
        new("pace", QuestionKind.One, In("How was the pace?"), "0123456789ab") { Required = true, Choices = [new("slow", In("Too slow")), new("right", In("Right")), new("fast", In("Too fast"))] },
        new("why", QuestionKind.Long, In("Why?"), "1123456789ab") { Most = 500 },
    ]);

    public async Task<string> Open(FormLevel level = FormLevel.Anonymous, int? week = 1, string form = "weekly-pulse")
    {
        var reply = await Forms.Open(new(NewId(), Pulse(level) with { Form = form }, week, Closing, "ines"));
        reply.Outcome.Accepted();
        return reply.Form!;
    }

    public IFormGrain Form(string form) => Grains.Form(Cohort, form);

    public Task<AnswerReply> Answer(string form, string learner, string pace = "right", string? why = null, string? ballot = null) =>
        Form(form).Answer(new(learner, ballot ?? NewBallot(), "fr", Answers(pace, why)));

    public async Task<string> Answered(string form, string learner, string pace = "right")
    {
        var ballot = NewBallot();
        (await Answer(form, learner, pace, ballot: ballot)).Outcome.Accepted();
        return ballot;
    }

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Answers(string pace, string? why = null)
    {
        var answers = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("pace", [pace]);
        return why is null ? answers : answers.Add("why", [why]);
    }

    public static string NewBallot() => Guid.NewGuid().ToString();

    public static string NewId() => Guid.CreateVersion7().ToString();

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    private static ImmutableSortedDictionary<string, string> In(string english) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english);
}
