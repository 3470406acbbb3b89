using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Documents;

public enum Mood
{
    Calm,
    VeryGlad,
    [JsonStringEnumMemberName("worn-out")]
    Tired,
}

public sealed record SampleEntry(string Text, DateTimeOffset At, Mood Mood = Mood.VeryGlad);

/// <summary>Every kind of member that documents have.</summary>
[Document("sample", 2)]
public sealed record SampleDocument(
    string Title,
    int Seats = 30,
    string? Note = null,
    string? Greeting = "hello",
    ImmutableArray<SampleEntry> Entries = default,
    ImmutableSortedDictionary<string, int>? Optional = null)
{
    public ImmutableSortedDictionary<string, SampleEntry> ByName { get; init; } = ImmutableSortedDictionary.Create<string, SampleEntry>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Words { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableDictionary<Mood, int> Moods { get; init; } = ImmutableDictionary<Mood, int>.Empty;

    public ImmutableSortedDictionary<int, ImmutableArray<string>> Pages { get; init; } = ImmutableSortedDictionary<int, ImmutableArray<string>>.Empty;

    public DateOnly? Day { get; init; }

    public TimeOnly? Hour { get; init; }

    public TimeSpan? Length { get; init; }

    public Guid? Id { get; init; }

    public bool Open { get; init; } = true;
}
