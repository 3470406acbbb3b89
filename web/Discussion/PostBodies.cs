using System.Collections.Immutable;
using CohortCourses.Content.Discussion;
using CohortCourses.Contracts.Discussion;
using Microsoft.Extensions.Caching.Memory;

namespace CohortCourses.Web.Discussion;

/// <summary>What posts look like, rendered once for each text and kept while it is being read.</summary>
public sealed class PostBodies : IDisposable
{
    private const int MostBytes = 32_000_000;

    private readonly MemoryCache rendered = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <param name="post">One whose text the reader may read.</param>
    public PostBody Of(PostView post)
    {
        object key = (post.Id, post.Versions);
        if (rendered.TryGetValue(key, out PostBody? known) && known is not null)
        {
            return known;
        }

        var body = new PostBody(PostMarkdown.Render(post.Text!));
        return rendered.Set(key, body, new MemoryCacheEntryOptions { Size = body.Size + 100, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    public PostToShow[] Of(ImmutableArray<PostView> posts)
    {
        var shown = new PostToShow[posts.Length];
        for (var place = 0; place < shown.Length; place++)
        {
            shown[place] = new(posts[place], posts[place].Text is null ? null : Of(posts[place]));
        }

        return shown;
    }

    public void Dispose() => rendered.Dispose();
}
