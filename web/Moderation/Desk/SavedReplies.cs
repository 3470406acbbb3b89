using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>Replies to use again: ours in the reader's language, then the cohort's own in that language, then the others.</summary>
public static class SavedReplies
{
    private static readonly string[] Ours = ["kind", "welcome", "private", "resting"];

    public static IReadOnlyList<SavedReplyView> For(Words words, IEnumerable<SavedReplyView> own) =>
    [
        .. own.OrderByDescending(reply => reply.Language == words.Language.Tag).ThenBy(reply => reply.Title, StringComparer.Create(words.Culture, ignoreCase: true)),
        .. Ours.Select(name => new SavedReplyView("", words[$"replies.{name}.title"], words[$"replies.{name}.text"], words.Language.Tag)),
    ];
}
