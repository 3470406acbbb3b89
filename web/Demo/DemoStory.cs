using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Hosting;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Texts;
using NodaTime.Extensions;

namespace CohortCourses.Web.Demo;

/// <summary>
/// Sixteen weeks that lead to the demo's present: a cohort that has finished, one in week 4 and one that starts tomorrow. All of it is done
/// through the grains, as people would do it, and the same every time but for the date.
/// </summary>
internal sealed class DemoStory
{
    /// <summary>How long before the present it begins.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(113);

    private const int Seed = 20210201;

    private static readonly DemoPace[] Paces =
    [
        DemoPace.Steady, DemoPace.Steady, DemoPace.Early, DemoPace.Fading, DemoPace.Behind, DemoPace.Steady, DemoPace.Fading, DemoPace.Pausing,
        DemoPace.Steady, DemoPace.Fading, DemoPace.Steady, DemoPace.Extended, DemoPace.Behind, DemoPace.Early,
    ];

    private static readonly string?[] Tracks = ["emerging", "nascent", "emerging", "expanding", "nascent", null, "elevated", "emerging"];

    private readonly IGrainFactory grains;
    private readonly SteerableClock clock;
    private readonly DemoStage stage;
    private readonly DemoTalker talker;
    private readonly Random random = new(Seed);
    private readonly CourseLibrary courses;
    private readonly DemoFeedback feedback;
    private readonly Words words;
    private readonly Dictionary<string, List<DemoJourney>> journeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DemoRespondent>> respondents = new(StringComparer.Ordinal);
    private readonly Dictionary<DemoPerson, string> learners;

    public DemoStory(IGrainFactory grains, CourseLibrary courses, Words words, SteerableClock clock)
    {
        (this.grains, this.courses, this.words, this.clock) = (grains, courses, words, clock);
        stage = new(grains, clock);
        feedback = new(grains, stage, new(Seed + 1));
        talker = new(grains);
        learners = DemoCast.All.ToDictionary(person => person, _ => NewLearner());
    }

    /// <summary>Plays it. Then the clock shows the present and goes at its usual pace.</summary>
    public async Task Play()
    {
        var present = clock.Now + Length;
        foreach (var (person, learner) in learners)
        {
            await DemoAccounts.Make(grains, person, learner, clock.Now);
        }

        Plan(DemoCast.Autumn, present, startsIn: -105, openFor: 7, new("building-partnerships", "Autumn cohort", default, new(18, 0), "Europe/Lisbon", 40), DemoPeople.Autumn);
        Plan(DemoCast.Spring, present, startsIn: -24, openFor: 30, new("building-partnerships", "Spring cohort", default, new(9, 0), "Africa/Nairobi", 40), DemoPeople.Spring);
        Plan(DemoCast.Safer, present, startsIn: 1, openFor: 12, new("safer-communities", "First cohort", default, new(12, 0), "America/Bogota", 30), DemoPeople.Safer);
        Learn(present);
        await stage.Play(present, (cohort, week) => journeys[cohort.Cohort].ForEach(journey => journey.Take(week)));
        clock.Speed = 1;
    }

    /// <param name="startsIn">Days from the present to its first day.</param>
    /// <param name="openFor">For how many days before it people could join.</param>
    private void Plan(string slug, DateTimeOffset present, int startsIn, int openFor, NewCohort plan, IReadOnlyList<DemoParticipant> participants)
    {
        var zone = Dates.ZoneOf(plan.Zone);
        var firstDay = present.ToInstant().InZone(zone).Date.PlusDays(startsIn);
        var begins = firstDay.At(NodaTime.LocalTime.FromTimeOnly(plan.ReleaseTime)).InZoneLeniently(zone).ToDateTimeOffset();
        var opens = begins.AddDays(-openFor);
        (journeys[slug], respondents[slug]) = ([], []);
        stage.At(opens, async () =>
        {
            DemoStage.Need(await grains.Cohort(slug).Create(plan with { FirstDay = firstDay.ToDateOnly() }));
            await grains.Catalog().Add(new(slug, plan.Course));
            stage.Follow(slug);
        });
        foreach (var person in DemoCast.All.Where(person => person.Cohorts.Contains(slug)))
        {
            stage.At(opens.AddHours(1), () => Join(slug, learners[person], person));
        }

        var last = begins < present ? begins : present;
        foreach (var (number, participant) in participants.Index())
        {
            stage.At(opens + ((last - opens) * (0.1 + (0.85 * random.NextDouble()))), () => Join(slug, NewLearner(), number, participant));
        }

        foreach (var said in DemoAnnouncements.All.Where(said => said.Cohort == slug))
        {
            stage.At(begins.AddDays(said.Days), () => grains.NoticeBoard(slug).Announce(new(NewId().ToString(), learners[said.By], said.Text, said.Language)));
        }

        if (begins < present)
        {
            Ask(slug, plan.Course, begins);
        }

        foreach (var turn in DemoTalk.Of(slug))
        {
            stage.At(begins.AddDays(turn.Days), () => talker.Do(slug, turn));
        }

        if (slug == DemoCast.Spring)
        {
            var change = new ScheduleChangeRequest(NewId().ToString(), ScheduleChangeKind.Move, 3, firstDay.PlusDays(15).ToDateOnly());
            stage.At(begins.AddDays(8.1), () => grains.Cohort(slug).Reschedule(change, learners[DemoCast.Ines]));
        }
    }

    /// <summary>One form before, a pulse at the end of every week, one in the middle and one after. The pulse of the present waits for who signs in.</summary>
    private void Ask(string slug, string course, DateTimeOffset begins)
    {
        var ines = learners[DemoCast.Ines];
        Plan("before", null, -2, 9);
        foreach (var week in Enumerable.Range(1, 8))
        {
            Plan("weekly-pulse", week, (7 * week) - 4, 6);
        }

        Plan("mid-course", null, 30, 7);
        Plan("exit", null, 1, 70);
        Plan("after", null, 54, 16);

        void Plan(string form, int? week, double fromDay, double days)
        {
            if (courses.Find(course)?.FindForm(form) is { } known)
            {
                feedback.Plan(slug, known.ToDefinition(), week, ines, begins.AddDays(fromDay), TimeSpan.FromDays(days), () => respondents[slug], spared: week == 4 ? learners[DemoCast.Amina] : null);
            }
        }
    }

    /// <summary>After the autumn its answers are coded and its findings written; the spring is handed the plan, and follows some of it.</summary>
    private void Learn(DateTimeOffset present)
    {
        var (eva, omar) = (learners[DemoCast.Eva], learners[DemoCast.Omar]);
        var reading = new DemoReading(grains, DemoCast.Autumn, eva, omar);
        var findings = new DemoFindings(grains, reading, DemoCast.Autumn, eva, omar, learners[DemoCast.Ines]);
        stage.At(present.AddDays(-45), reading.Play);
        stage.At(present.AddDays(-44), () => findings.Write(words));
        stage.At(present.AddDays(-43), () => findings.HandOn(DemoCast.Spring, words));
        stage.At(present.AddDays(-20), () => findings.Follow(DemoCast.Spring));
    }

    private async Task<Outcome> Join(string cohort, string learner, DemoPerson person)
    {
        if (person == DemoCast.Amina || person == DemoCast.Kenji)
        {
            var pace = person == DemoCast.Amina ? DemoPace.Reading : DemoPace.HalfWay;
            journeys[cohort].Add(new(grains, stage, random, learner, cohort, pace));
            respondents[cohort].Add(new(learner, "en", pace, 100 + respondents[cohort].Count));
        }

        var joined = await grains.Learner(learner).Join(new(cohort, person.Handle, person.Role!.Value, person.Track, Research: person.Role == CohortRole.Participant));
        if (joined.Accepted && person.Role != CohortRole.Participant)
        {
            await grains.Voice(cohort, learner).ShowPresence(show: true);
        }

        return joined;
    }

    private async Task<Outcome> Join(string cohort, string learner, int number, DemoParticipant participant)
    {
        journeys[cohort].Add(new(grains, stage, random, learner, cohort, Paces[number % Paces.Length]));
        respondents[cohort].Add(new(learner, participant.Language, Paces[number % Paces.Length], number));
        var me = grains.Learner(learner);
        DemoStage.Need(await me.Register(new(participant.Language, participant.Zone)));
        return await me.Join(new(cohort, participant.Handle, CohortRole.Participant, Tracks[number % Tracks.Length], Research: number % 7 != 3));
    }

    private string NewLearner() => NewId().ToString("N");

    /// <summary>The same ids every time.</summary>
    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
