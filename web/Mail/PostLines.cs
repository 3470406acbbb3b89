using System.Globalization;
using CohortCourses.Content.Discussion;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>What people wrote, as a line of a mail.</summary>
public sealed class PostLines(IGrainFactory grains, MailLinks links)
{
    private const int LongestExcerpt = 280;

    /// <summary>The beginning of a text.</summary>
    public static string Excerpt(string text, int longest = LongestExcerpt) =>
        text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]}…";

    public Uri LinkTo(string cohort, string thread, int number) =>
        links.To(string.Create(CultureInfo.InvariantCulture, $"/c/{cohort}/discussion/{thread}?at={number}#p-{number}"));

    /// <summary>The words of a post without markup, with those whom it names by what they go by now.</summary>
    public async Task<string> WordsOfAsync(string cohort, PostView post, Words words)
    {
        var plain = PostMarkdown.Plain(post.Text!);
        var handles = await grains.HandlesAsync(cohort, Naming.NamedIn(plain));
        return Naming.ToNames(plain, learner => PlainMail.Isolate(handles.GetValueOrDefault(learner) ?? words["discussion.somebody"]));
    }

    public async Task<string> NameAsync(string cohort, string learner, Words words) =>
        (learner.Length == 0 ? null : await grains.Learner(learner).HandleIn(cohort)) ?? words["discussion.somebody"];
}
