using CohortCourses.Domain.Mail;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Mail;

/// <summary>A drawer of the outbox as it is stored: learner ids, and neither a text nor an address.</summary>
[Document("outbox", 1)]
internal sealed record OutboxDocument : IDocument<Outbox, OutboxDocument>
{
    public ImmutableSortedDictionary<string, LetterDocument> Letters { get; init; } = ImmutableSortedDictionary<string, LetterDocument>.Empty;

    public ImmutableSortedDictionary<string, DateTimeOffset> Told { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    public Outbox ToState() => new(
        Letters.ToImmutableSortedDictionary(letter => letter.Key, letter => letter.Value.ToState(), StringComparer.Ordinal),
        Told.ToImmutableSortedDictionary(told => told.Key, told => told.Value.ToInstant(), StringComparer.Ordinal));

    public static OutboxDocument From(Outbox state) => new()
    {
        Letters = state.Letters.ToImmutableSortedDictionary(letter => letter.Key, letter => LetterDocument.From(letter.Value), StringComparer.Ordinal),
        Told = state.Told.ToImmutableSortedDictionary(told => told.Key, told => told.Value.ToOffset(), StringComparer.Ordinal),
    };
}

internal sealed record LetterDocument(
    string Learner,
    LetterKind Kind,
    string? Zone,
    string? Cohort,
    string? About,
    DateTimeOffset NotBefore,
    LetterStatus Status,
    int Tries,
    DateTimeOffset At,
    string? Reason,
    DateTimeOffset? Since)
{
    public Letter ToState() => new(Learner, Kind, Zone, Cohort, About, NotBefore.ToInstant(), Status, Tries, At.ToInstant(), Reason, Since.ToInstant());

    public static LetterDocument From(Letter state) => new(
        state.Learner,
        state.Kind,
        state.Zone,
        state.Cohort,
        state.About,
        state.NotBefore.ToOffset(),
        state.Status,
        state.Tries,
        state.At.ToOffset(),
        state.Reason,
        state.Since.ToOffset());
}
