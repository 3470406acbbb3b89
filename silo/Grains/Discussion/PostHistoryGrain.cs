using CohortCourses.Contracts.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Discussion;

/// <summary>At most 49 earlier texts of 8,000 characters: the domain lets no post have more.</summary>
[Document("post-history", 1)]
internal sealed record PostHistoryDocument
{
    public ImmutableArray<PostVersionDocument> Versions { get; init; } = [];
}

internal sealed record PostVersionDocument(int Number, string Text, DateTimeOffset Until);

[GrainType("post-history")]
internal sealed class PostHistoryGrain([PersistentState("post-history")] IPersistentState<PostHistoryDocument> document)
    : RecordGrain<PostHistoryDocument>(document), IPostHistoryGrain
{
    private ImmutableArray<PostVersionDocument> Versions => Record?.Versions ?? [];

    public Task Keep(PostVersion version) => Versions.Any(kept => kept.Number == version.Number)
        ? Task.CompletedTask
        : Save(new() { Versions = Versions.Add(new(version.Number, version.Text, version.Until)) });

    public Task<ImmutableArray<PostVersion>> List() =>
        Task.FromResult<ImmutableArray<PostVersion>>([.. Versions.Select(kept => new PostVersion(kept.Number, kept.Text, kept.Until))]);

    public Task Erase() => Clear();
}
