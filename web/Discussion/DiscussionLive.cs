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
    bool IsWithdrawn,
    bool IsEdited,
    int? ReplyTo,
    IReadOnlyDictionary<string, int> Reactions);

/// <summary>Shows posts to those who look at their thread while they come.</summary>
public sealed class DiscussionLive(IGrainFactory grains, PostBodies bodies, TextCatalog catalog) : ILivePayload
{
    private static readonly Viewer Anyone = new("", IsStaff: false);

    /// <summary>For the names of people who left: one language serves all readers of a live post.</summary>
    private readonly Words words = new(catalog, Languages.Fallback);

    public IReadOnlyCollection<string> Kinds => [EventKinds.PostAdded, EventKinds.PostChanged, EventKinds.ReactionsChanged, EventKinds.Moderated];

    public async ValueTask<object?> Fill(string cohort, string kind, JsonElement stored) =>
        await Show(cohort, stored.GetProperty("thread").GetString()!, stored.GetProperty("post").GetString()!, Anyone);

    /// <summary>A post as that reader may see it; null if for them there is none.</summary>
    public async Task<LivePost?> Show(string cohort, string thread, string id, Viewer viewer)
    {
        if (await grains.Thread(cohort, thread).Find(id, viewer) is not { } post)
        {
            return null;
        }

        var body = post.Text is null ? null : bodies.Of(post);
        var speakers = await Speakers.Of(grains, cohort, [post.By, .. body?.Mentions ?? []]);
        var speaker = speakers[post.By];
        return new(
            thread,
            id,
            post.Number,
            post.By,
            speaker.Handle,
            speaker.Initial,
            speaker.Role == CohortRole.Participant ? null : speaker.Role.ToString().ToLowerInvariant(),
            post.At,
            body is null ? null : body.ToHtml(speakers, words, me: ""),
            post.State == PostState.Withdrawn,
            post.EditedAt is not null,
            post.ReplyTo,
            post.Reactions.ToDictionary(reaction => Reactions.NameOf(reaction.Kind), reaction => reaction.By.Length, StringComparer.Ordinal));
    }
}
