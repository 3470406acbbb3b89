using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Live;
using CohortCourses.Web.Live;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>A post as browsers get it live: the same for everyone. What differs per reader they add themselves.</summary>
/// <param name="Role">Null for participants.</param>
/// <param name="Html">Null if it is not shown any more.</param>
public sealed record LivePost(
    string Thread,
    string Post,
    int Number,
    string By,
    string? Name,
    string Initial,
    string? Role,
    DateTimeOffset At,
    string? Html,
    bool IsEdited,
    int? ReplyTo,
    IReadOnlyDictionary<string, int> Reactions);

/// <summary>Shows posts to those who look at their thread.</summary>
internal sealed class DiscussionLive(IGrainFactory grains, PostBodies bodies, TextCatalog catalog) : ILivePayload
{
    private static readonly Viewer Anyone = new("", IsStaff: false);

    public IReadOnlyCollection<string> Kinds => [EventKinds.PostAdded, EventKinds.PostChanged, EventKinds.ReactionsChanged, EventKinds.Moderated];

    public async ValueTask<object?> Fill(string cohort, string kind, JsonElement stored)
    {
        var thread = stored.GetProperty("thread").GetString()!;
        var id = stored.GetProperty("post").GetString()!;
        var grain = grains.Thread(cohort, thread);
        if (await grain.Summary() is not { } summary || await grain.Find(id, Anyone) is not { } post)
        {
            return null;
        }

        var named = post.Text is null ? [] : bodies.Of(post).Mentions;
        var speakers = await Speakers.Of(grains, cohort, [post.By, .. named]);
        var speaker = speakers[post.By];
        var markup = new PostMarkup(new Reader(catalog, TimeProvider.System), bodies, speakers, summary, me: "");
        return new LivePost(
            thread,
            id,
            post.Number,
            post.By,
            speaker.Handle,
            speaker.Initial,
            speaker.Role == CohortRole.Participant ? null : speaker.Role.ToString().ToLowerInvariant(),
            post.At,
            post.Text is null ? null : markup.Body(post),
            post.EditedAt is not null,
            post.ReplyTo,
            post.Reactions.ToDictionary(reaction => Reactions.NameOf(reaction.Kind), reaction => reaction.By.Length, StringComparer.Ordinal));
    }
}
