using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Discussion;

namespace CohortCourses.Web.Mail;

/// <summary>News of the discussion that someone has not read on the page yet: who named them, who answered, what was begun. For mentors and instructors, what waits for an answer.</summary>
internal sealed class DiscussionNews(IGrainFactory grains, FreshPosts fresh, PostLines lines) : INewsSource
{
    /// <summary>A question may wait a day before it is anybody's task.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task<IEnumerable<NewsItem>> FindAsync(NewsQuestion question)
    {
        var voice = await grains.Voice(question.Cohort.Cohort, question.To.Id).Get();
        var threads = await fresh.ThreadsAsync(question.Cohort);
        var news = new List<NewsItem>();
        foreach (var thread in await fresh.FindAsync(question.Cohort, threads, question.Since, question.Until))
        {
            var read = voice.Read.GetValueOrDefault(thread.Thread.Thread);
            if (question.Covers(thread.Thread.At) && thread.Thread.By != question.To.Id && read == 0)
            {
                news.Add(await BegunAsync(question, thread.Thread, NewsKind.Thread));
            }

            var mine = await MineAsync(question, thread, voice);
            foreach (var post in thread.Posts.Where(post => post.Number > read && post.By != question.To.Id))
            {
                if (KindOf(post, question.To.Id, mine) is { } kind)
                {
                    news.Add(await WrittenAsync(question, thread.Thread, post, kind));
                }
            }
        }

        if (question.Enrolment.Role is CohortRole.Mentor or CohortRole.Instructor)
        {
            foreach (var asked in threads.Where(thread => thread.IsUnanswered && thread.At + Patience <= question.Until))
            {
                news.Add(await BegunAsync(question, asked, NewsKind.Question));
            }
        }

        return news;
    }

    private static NewsKind? KindOf(PostView post, string me, IReadOnlySet<int> mine) =>
        Naming.NamedIn(post.Text!).Contains(me, StringComparer.Ordinal) ? NewsKind.Mention
        : post.ReplyTo is { } answered && mine.Contains(answered) ? NewsKind.Reply
        : null;

    /// <summary>The numbers of what the recipient wrote in a thread.</summary>
    private async Task<IReadOnlySet<int>> MineAsync(NewsQuestion question, FreshThread thread, VoiceView voice) =>
        voice.Wrote.Contains(thread.Thread.Thread)
            ? (await grains.Thread(question.Cohort.Cohort, thread.Thread.Thread).WrittenBy(question.To.Id)).Select(post => post.Number).ToHashSet()
            : new HashSet<int>();

    private async Task<NewsItem> BegunAsync(NewsQuestion question, ThreadSummary thread, NewsKind kind) => new(kind, thread.At, new(
        thread.Title,
        question.By(await lines.NameAsync(question.Cohort.Cohort, thread.By, question.To.Reader.Words), thread.At),
        lines.LinkTo(question.Cohort.Cohort, thread.Thread, 1)));

    private async Task<NewsItem> WrittenAsync(NewsQuestion question, ThreadSummary thread, PostView post, NewsKind kind) => new(kind, post.At, new(
        PostLines.Excerpt(await lines.WordsOfAsync(question.Cohort.Cohort, post, question.To.Reader.Words)),
        question.By(await lines.NameAsync(question.Cohort.Cohort, post.By, question.To.Reader.Words), post.At),
        lines.LinkTo(question.Cohort.Cohort, thread.Thread, post.Number)));
}
