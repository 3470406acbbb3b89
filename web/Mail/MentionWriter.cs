using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>Somebody named the recipient. By the time it is sent they may have read it, or the post may be gone: then there is nothing to say.</summary>
public sealed class MentionWriter(IGrainFactory grains, PostLines lines, MailLinks links) : ILetterWriter
{
    private const int LongestText = 1_000;

    public LetterKind Kind => LetterKind.Mention;

    /// <summary>What a letter about a post is about.</summary>
    public static string About(string thread, string post) => $"{thread}/{post}";

    public async Task<MailText?> WriteAsync(LetterView letter, Recipient to)
    {
        if (letter.Cohort is not { } cohort || letter.About?.Split('/') is not [var thread, var id]
            || await grains.Learner(to.Id).Enrolment(cohort) is not { Paused: false }
            || await grains.Thread(cohort, thread).Summary() is not { Audience: Audience.Cohort } summary
            || await grains.Thread(cohort, thread).Find(id, new Viewer(to.Id, IsStaff: false)) is not { State: PostState.Shown, Text: not null } post
            || (await grains.Voice(cohort, to.Id).Get()).Read.GetValueOrDefault(thread) >= post.Number)
        {
            return null;
        }

        var words = to.Reader.Words;
        var name = await lines.NameAsync(cohort, post.By, words);
        var link = lines.LinkTo(cohort, thread, post.Number);
        return new(
            words.Language,
            words.Get("mail.mention.subject", ("name", name), ("title", summary.Title)),
            [words.Get("mail.mention.lead", ("name", PlainMail.Isolate(name)))],
            [new(summary.Title, [new(PostLines.Excerpt(await lines.WordsOfAsync(cohort, post, words), LongestText), to.Reader.Dates.Moment(post.At), Link: null)])],
            new(words["mail.mention.button"], link),
            words["mail.mention.why"],
            new(words["mail.mention.stop"], links.Stop(to.Id, Kind)));
    }
}
