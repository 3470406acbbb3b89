using CohortCourses.Contracts.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A page of what was counted, as it is stored.</summary>
[Document("counted", 1)]
internal sealed record KeptPageDocument(string Count, int Shape, int Pages, string Packed);

[GrainType("kept-page")]
internal sealed class KeptPageGrain([PersistentState("counted")] IPersistentState<KeptPageDocument> document)
    : RecordGrain<KeptPageDocument>(document), IKeptPageGrain
{
    public Task Keep(KeptPage page) => Save(new(page.Count, page.Shape, page.Pages, page.Packed));

    public Task<KeptPage?> ReadThrough()
    {
        DeactivateOnIdle();
        return Task.FromResult(Record is { } page ? new KeptPage(page.Count, page.Shape, page.Pages, page.Packed) : null);
    }

    Task IKeptPageGrain.Clear() => Clear();
}
