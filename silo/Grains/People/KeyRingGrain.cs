using CohortCourses.Contracts.People;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

[Document("key-ring", 1)]
internal sealed record KeyRingDocument : IDocument<KeyRing, KeyRingDocument>
{
    public ImmutableSortedDictionary<string, string> Keys { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public KeyRing ToState() => new(Keys);

    public static KeyRingDocument From(KeyRing state) => new() { Keys = state.Keys };
}

[GrainType("key-ring")]
internal sealed class KeyRingGrain([PersistentState("key-ring")] IPersistentState<KeyRingDocument> document)
    : DocumentGrain<KeyRing, KeyRingDocument>(document), IKeyRingGrain
{
    public Task<ImmutableArray<RingKey>> Keys() =>
        Task.FromResult<ImmutableArray<RingKey>>([.. (State ?? KeyRing.Empty).Keys.Select(key => new RingKey(key.Key, key.Value))]);

    public Task Add(RingKey key, int known) => DecideFromNothing(ring => (ring ?? KeyRing.Empty).Add(key.Id, key.Xml, known));
}
