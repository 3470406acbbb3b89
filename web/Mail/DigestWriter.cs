using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>One mail with what is new in all of someone's cohorts since the last one. Cohorts in which they pause are silent.</summary>
internal sealed class DigestWriter(IGrainFactory grains, IEnumerable<INewsSource> sources, MailLinks links) : ILetterWriter
{
    /// <summary>Of each kind in each cohort; the pages have the rest.</summary>
    private const int MostItems = 5;

    public LetterKind Kind => LetterKind.Digest;

    public async Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        var words = to.Reader.Words;
        var news = new List<CohortDigest>();
        foreach (var cohort in to.Learner.Cohorts)
        {
            if (await FindAsync(letter, to, cohort) is { Items.Length: > 0 } found)
            {
                news.Add(found);
            }
        }

        if (news.Count == 0)
        {
            return null;
        }

        var count = news.Sum(found => found.Items.Length);
        return new(
            words.Language,
            news.Count == 1 ? words.Get("mail.digest.subject", ("n", count), ("cohort", news[0].Cohort)) : words.Get("mail.digest.subject.many", ("n", count)),
            [words.Get("mail.digest.lead", ("name", PlainMail.Isolate(news[0].Handle)))],
            [.. news.SelectMany(found => Parts(found, to, isOne: news.Count == 1))],
            news.Count == 1 ? new(words["mail.digest.button"], links.To($"/c/{news[0].Slug}")) : null,
            words["mail.digest.why"],
            new(words["mail.digest.stop"], links.Stop(to.Id, Kind)));
    }

    private async Task<CohortDigest?> FindAsync(LetterView letter, Recipient to, string slug)
    {
        if (await grains.Cohort(slug).Get() is not { } cohort || await grains.Learner(to.Id).Enrolment(slug) is not { Paused: false } enrolment)
        {
            return null;
        }

        var since = letter.Since > enrolment.JoinedAt ? letter.Since.Value : enrolment.JoinedAt;
        var question = new NewsQuestion(to, cohort, enrolment, since, letter.At);
        var found = new List<NewsItem>();
        foreach (var source in sources)
        {
            found.AddRange(await source.FindAsync(question));
        }

        return new(slug, cohort.Name, enrolment.Handle, [.. found]);
    }

    private IEnumerable<MailPart> Parts(CohortDigest digest, Recipient to, bool isOne) =>
        from kind in digest.Items.GroupBy(item => item.Kind).OrderBy(kind => kind.Key)
        let words = to.Reader.Words
        let heading = words[$"mail.news.{kind.Key.ToString().ToLowerInvariant()}"]
        let newest = kind.OrderByDescending(item => item.At).Take(MostItems).OrderBy(item => item.At).Select(item => item.Line)
        let more = kind.Count() - MostItems
        select new MailPart(
            isOne ? heading : words.Get("mail.digest.heading", ("cohort", PlainMail.Isolate(digest.Cohort)), ("what", heading)),
            more <= 0 ? [.. newest] : [.. newest, new(words.Get("mail.digest.more", ("n", more)), Note: null, links.To($"/c/{digest.Slug}"))]);

    private sealed record CohortDigest(string Slug, string Cohort, string Handle, ImmutableArray<NewsItem> Items);
}
