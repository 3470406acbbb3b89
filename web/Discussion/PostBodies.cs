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
    public PostBody Of(PostView post) => rendered.GetOrCreate((post.Id, post.Versions), entry =>
    {
        var body = new PostBody(PostMarkdown.Render(post.Text!));
        entry.Size = body.Size + 100;
        entry.SlidingExpiration = TimeSpan.FromHours(1);
        return body;
    })!;

    public IReadOnlyList<PostToShow> Of(IEnumerable<PostView> posts) => [.. posts.Select(post => new PostToShow(post, post.Text is null ? null : Of(post)))];

    public void Dispose() => rendered.Dispose();
}
