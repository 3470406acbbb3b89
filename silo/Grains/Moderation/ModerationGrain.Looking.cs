using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using NodaTime;
using CohortRole = CohortCourses.Contracts.Cohorts.CohortRole;

namespace CohortCourses.Grains.Moderation;

internal sealed partial class ModerationGrain
{
    private const int MostListed = 50;

    /// <summary>How many learners are asked side by side.</summary>
    private const int AtOnce = 200;

    private static readonly Duration QuietIsKept = Duration.FromMinutes(10);

    private (Instant At, ImmutableArray<string> Learners)? quiet;

    public async Task<DeskView> Look(ModeratorView reader)
    {
        var threads = await Threads();
        var questions = threads.Where(thread => thread.Kind == ThreadKind.Question && thread.Shown).Select(ToQuestion).ToArray();
        await AskMentors(threads);
        var asked = Book.Asked.ToDictionary(one => one.Thread, one => one.Mentor, StringComparer.Ordinal);
        var viewer = new Viewer(reader.Learner, reader.ToDomain().IsStaff);
        var listed = threads.Where(thread => thread.IsListedTo(viewer)).ToArray();
        var open = questions.Where(question => question.IsOverdue(Now)).Select(question => question.Thread).ToHashSet(StringComparer.Ordinal);
        var waiting = await Waiting(reader);
        return new(
            waiting,
            [.. listed.Where(thread => thread.Answer is null && open.Contains(thread.Thread)).OrderBy(thread => thread.At).Take(MostListed).Select(thread => new WaitingQuestion(thread, asked.GetValueOrDefault(thread.Thread)))],
            await FirstPosts(threads.Where(thread => thread.Awaiting > 0)),
            await Hot(listed, waiting),
            Questions.MedianWait(questions)?.ToTimeSpan(),
            [.. (await Log(reader, before: null)).Entries.Select(entry => entry.Act).OfType<ActView>().Take(8)]);
    }

    public async Task<ImmutableArray<AskedMentorView>> AskMentors()
    {
        await AskMentors(await Threads());
        return [.. Book.Asked.Select(asked => new AskedMentorView(asked.Thread, asked.Mentor, asked.At.ToOffset()))];
    }

    public async Task<ImmutableArray<WrittenToView>> WrittenTo()
    {
        var since = (Now - Domain.Moderation.Quiet.BetweenLetters).ToOffset();
        var found = ImmutableArray.CreateBuilder<WrittenToView>();
        for (var page = Book.LogPage; page >= 0; page--)
        {
            var entries = await GrainFactory.LogPage(Cohort, page).Read();
            found.AddRange(entries.Select(entry => entry.Act).OfType<ActView>()
                .Where(act => act is { Kind: Contracts.Moderation.ActKind.WriteTo, About: not null } && act.At > since)
                .Select(act => new WrittenToView(act.About!, act.At, act.Id, act.By)));
            if (entries.Any(entry => entry.Act?.At <= since))
            {
                break;
            }
        }

        return found.ToImmutable();
    }

    public async Task<ImmutableArray<string>> Quiet()
    {
        if (quiet is { } known && Now - known.At < QuietIsKept)
        {
            return known.Learners;
        }

        var cohort = await GrainFactory.Cohort(Cohort).Get();
        var now = Now;
        var found = cohort is null || cohort.Weeks.FirstOrDefault(week => !week.Skipped) is not { } first || clock.GetUtcNow() >= cohort.EndsAt
            ? []
            : await QuietSince(first.OpensAt.ToInstant(), now);
        quiet = (now, found);
        return found;
    }

    private async Task<ImmutableArray<string>> QuietSince(Instant began, Instant now)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var some in (await GrainFactory.Cohort(Cohort).Roster()).Where(member => member.Role == CohortRole.Participant).Chunk(AtOnce))
        {
            var seen = await Task.WhenAll(some.Select(member => LastSeen(member.Learner, began, now)));
            found.AddRange(some.Zip(seen).Where(one => one.Second is { } at && Domain.Moderation.Quiet.IsQuiet(at, began, now)).Select(one => one.First.Learner));
        }

        return found.ToImmutable();
    }

    /// <summary>Reading counts, in the course and in the discussion; only of who looks quiet the latter is asked for. Null for who rests.</summary>
    private async Task<Instant?> LastSeen(string learner, Instant began, Instant now)
    {
        var seen = (await GrainFactory.Learner(learner).LastSeen(Cohort)).ToInstant();
        return seen is { } at && Domain.Moderation.Quiet.IsQuiet(at, began, now)
            ? Instant.Max(at, (await GrainFactory.Voice(Cohort, learner).Get()).LastReadAt.ToInstant() ?? at)
            : seen;
    }

    private async Task<ImmutableArray<ThreadSummary>> Threads()
    {
        var weeks = (await GrainFactory.Cohort(Cohort).Get())?.Weeks.Length ?? 0;
        var lists = await Task.WhenAll(Enumerable.Range(1, weeks).Select(week => GrainFactory.Discussion(Cohort, week).List()).Append(GrainFactory.PrivateDiscussion(Cohort).List()));
        return [.. lists.SelectMany(list => list)];
    }

    private async Task AskMentors(ImmutableArray<ThreadSummary> threads)
    {
        var questions = threads.Where(thread => thread.Audience == Audience.Cohort && thread.Kind == ThreadKind.Question && thread.Shown).Select(ToQuestion);
        var mentors = (await GrainFactory.Cohort(Cohort).Roster()).Where(member => member.Role == CohortRole.Mentor).Select(member => member.Learner);
        var asked = Questions.Ask(Book.Asked, questions, [.. mentors], Now);
        if (asked != Book.Asked)
        {
            await SaveBook(Book with { Asked = asked });
        }
    }

    private async Task<ImmutableArray<WaitingPost>> FirstPosts(IEnumerable<ThreadSummary> threads)
    {
        var viewer = new Viewer("", IsStaff: true);
        var read = await Task.WhenAll(threads.OrderBy(thread => thread.LastAt).Take(MostListed).Select(async thread =>
        {
            var part = await GrainFactory.Thread(Cohort, thread.Thread).Read(Math.Max(1, thread.Numbers - 199), 200, viewer);
            return (part?.Posts ?? []).Where(post => post.State == PostState.Awaiting).Select(post => new WaitingPost(thread, post));
        }));
        return [.. read.SelectMany(posts => posts).OrderBy(waiting => waiting.Post.At).Take(MostListed)];
    }

    private async Task<ImmutableArray<HotThread>> Hot(IReadOnlyList<ThreadSummary> threads, ImmutableArray<CaseView> waiting)
    {
        var (hour, day) = (clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddDays(-1));
        var found = await Task.WhenAll(threads.Where(thread => !thread.Locked).Select(async thread =>
        {
            var reports = waiting.Where(open => open.Thread == thread.Thread).Sum(open => open.Reports.Count(report => report.At >= day));
            var latest = thread.LastAt >= hour && thread.Posts >= Heat.PostsInAnHour
                ? (await GrainFactory.Thread(Cohort, thread.Thread).Read(Math.Max(1, thread.Numbers - Heat.PostsInAnHour + 1), Heat.PostsInAnHour, new("", IsStaff: true)))?.Posts.Count(post => post.At >= hour) ?? 0
                : 0;
            return new HotThread(thread, latest, reports);
        }));
        return [.. found.Where(thread => Heat.IsHot(thread.Posts, thread.Reports)).OrderByDescending(thread => thread.Reports).ThenByDescending(thread => thread.Thread.LastAt).Take(MostListed)];
    }

    /// <summary>A question that was marked as answered by who asked was answered, whoever wrote the answer.</summary>
    private static Question ToQuestion(ThreadSummary thread) => new(
        thread.Thread, thread.At.ToInstant(), (thread.FirstReplyAt ?? (thread.Answer is null ? null : thread.LastAt)).ToInstant(), thread.By);
}
