using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Learners;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Cohorts;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Asks everyone for what the figures need, many at a time.</summary>
internal static class Gathering
{
    private const int AtOnce = 256;

    /// <summary>All participants in the order of the roster, then those who left for good, who have no id any more.</summary>
    public static async Task<(ImmutableArray<string> Learners, ImmutableArray<Participant> People)> Participants(IGrainFactory grains, CohortView cohort, OpenWeeks calendar)
    {
        var members = (await grains.Cohort(cohort.Cohort).Roster()).Where(member => member.Role == CohortRole.Participant).ToArray();
        var departures = await grains.Cohort(cohort.Cohort).Departures();
        var kept = members.Length + departures.Sum(departure => departure.People) > KeptFigures.Large;
        var people = ImmutableArray.CreateBuilder<Participant>();
        var respondents = await Task.WhenAll(cohort.FormsNeeded.Select(async form => (Form: form, Learners: (await Respondents(grains.Forms(cohort.Cohort), form, kept)).ToHashSet(StringComparer.Ordinal))));
        foreach (var part in members.Chunk(AtOnce))
        {
            var asked = part.Select(member => (Member: member, Progress: grains.Learner(member.Learner).Progress(cohort.Cohort), Voice: grains.Voice(cohort.Cohort, member.Learner).Get())).ToArray();
            foreach (var (member, progress, voice) in asked)
            {
                people.Add(ToParticipant(member, await progress, await voice, cohort, calendar, respondents.Where(form => form.Learners.Contains(member.Learner)).Select(form => form.Form)));
            }
        }

        people.AddRange(departures.SelectMany(departure => Enumerable.Repeat(Gone(departure, calendar), departure.People)));
        return ([.. members.Select(member => member.Learner), .. Enumerable.Repeat("", people.Count - members.Length)], people.ToImmutable());
    }

    /// <summary>What was said where everybody can read it, week by week.</summary>
    public static async Task<ImmutableArray<TalkView>> Talk(IGrainFactory grains, string cohort, OpenWeeks calendar)
    {
        var lists = await Task.WhenAll(calendar.Numbers.Select(week => grains.Discussion(cohort, week).List()));
        return [.. calendar.Numbers.Zip(lists, ToTalk)];
    }

    private static Task<ImmutableArray<string>> Respondents(IFormsGrain forms, string form, bool kept) => kept ? forms.Recorded(form) : forms.Respondents(form);

    private static TalkView ToTalk(int week, ImmutableArray<ThreadSummary> list)
    {
        var threads = list.Where(thread => thread.Shown && thread.Audience == Audience.Cohort).ToArray();
        var questions = threads.Where(thread => thread.Kind == ThreadKind.Question).ToArray();
        return new(week, threads.Length, threads.Sum(thread => thread.Posts), questions.Length, questions.Count(question => !question.IsUnanswered));
    }

    /// <summary>Of who left for good nothing is known but when, and their track.</summary>
    private static Participant Gone(DepartureView departure, OpenWeeks calendar) => new(
        departure.Track ?? "",
        "",
        "",
        calendar.PlaceOf(departure.Week),
        null,
        Complete: false,
        IsGone: true,
        Research: false,
        VoiceState.Silent,
        [.. calendar.Numbers.Select(_ => WeekState.NotRead)]);

    /// <summary>Somebody who is on the roster and has no place of their own yet is counted as having joined, and nothing else.</summary>
    private static Participant ToParticipant(MemberView member, ProgressView? progress, VoiceView voice, CohortView cohort, OpenWeeks calendar, IEnumerable<string> answered)
    {
        var work = progress?.Weeks.ToDictionary(week => week.Number) ?? [];
        var seen = new[] { progress?.LastSeen, voice.LastReadAt, member.JoinedAt }.Max()!.Value;
        return new(
            member.Track ?? "",
            progress is null ? "" : Participant.LanguageOf(progress.Language),
            progress is null ? "" : Participant.RegionOf(progress.Zone),
            calendar.At(seen),
            progress?.PausedSince is { } since ? calendar.At(since) : null,
            cohort.Standing(work.Values.Count(week => week.CompletedAt is not null), answered).Complete,
            IsGone: false,
            progress?.Research == true,
            voice.Wrote.IsEmpty ? voice.LastReadAt is null ? VoiceState.Silent : VoiceState.Read : VoiceState.Wrote,
            [.. calendar.Numbers.Select(number => work.GetValueOrDefault(number) switch { null => WeekState.NotRead, { CompletedAt: null } => WeekState.Read, _ => WeekState.Completed })]);
    }
}
