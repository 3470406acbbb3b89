using CohortCourses.Content.Discussion;
using CohortCourses.Contracts.Discussion;
using Microsoft.Extensions.Caching.Memory;

namespace CohortCourses.Web.Discussion;

/// <summary>What posts look like, rendered once for each text and kept while it is being read.</summary>
public sealed class PostBodies : IDisposable
{
    private const int MostCharacters = 32_000_000;

    private readonly MemoryCache rendered = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <param name="post">One whose text the reader may read.</param>
    public RenderedPost Of(PostView post) => rendered.GetOrCreate((post.Id, post.Versions), entry =>
    {
        var body = PostMarkdown.Render(post.Text!);
        entry.Size = body.Parts.Sum(part => part.Length) + 100;
        entry.SlidingExpiration = TimeSpan.FromHours(1);
        return body;
    })!;

    public void Dispose() => rendered.Dispose();
}
