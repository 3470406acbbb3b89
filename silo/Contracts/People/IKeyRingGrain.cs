namespace CohortCourses.Contracts.People;

/// <summary>The keys that cookies, forms and links in mail are proved with, the same on every node. There is one ring, with the key <see cref="Key"/>.</summary>
[Alias("key-ring")]
public interface IKeyRingGrain : IGrainWithStringKey
{
    const string Key = "installation";

    /// <summary>All keys, by id.</summary>
    [ReadOnly, Alias("keys")]
    Task<ImmutableArray<RingKey>> Keys();

    /// <summary>Adds a key. Twice is once. One that was made without knowledge of all others is left out: they serve.</summary>
    /// <param name="known">How many keys there were when it was made.</param>
    [Alias("add")]
    Task Add(RingKey key, int known);
}

/// <param name="Xml">As the framework writes it, with the secret in it.</param>
[GenerateSerializer, Immutable, Alias("key-ring.key")]
public sealed record RingKey(string Id, string Xml);
