using CohortCourses.Contracts.Feedback;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Feedback;

/// <summary>Answers under those who gave them, by learner id.</summary>
[Document("responses", 1)]
internal sealed record ResponsePageDocument
{
    public ImmutableSortedDictionary<string, ResponseDocument> Responses { get; init; } = ImmutableSortedDictionary<string, ResponseDocument>.Empty;
}

internal sealed record ResponseDocument(string Language, DateTimeOffset At)
{
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Answers { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}

/// <summary>Anonymous answers, by their random ids: no name, no time, no order, no language.</summary>
[Document("ballots", 1)]
internal sealed record BallotPageDocument
{
    public ImmutableSortedDictionary<string, BallotDocument> Ballots { get; init; } = ImmutableSortedDictionary<string, BallotDocument>.Empty;
}

internal sealed record BallotDocument
{
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Answers { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public string? Pair { get; init; }
}

/// <summary>Who has answered anonymously, by learner id.</summary>
[Document("receipts", 1)]
internal sealed record ReceiptPageDocument
{
    public ImmutableSortedSet<string> Learners { get; init; } = [];
}

[GrainType("response-page")]
internal sealed class ResponsePageGrain([PersistentState("responses")] IPersistentState<ResponsePageDocument> document)
    : RecordGrain<ResponsePageDocument>(document), IResponsePageGrain
{
    private ResponsePageDocument Page => Record ?? new();

    public Task Keep(StoredResponse response) => Save(Page with
    {
        Responses = Page.Responses.SetItem(response.Learner, new(response.Language, response.At) { Answers = response.Answers }),
    });

    public Task<bool> Exists() => Task.FromResult(Record is not null);

    public Task<ImmutableArray<StoredResponse>> ReadThrough()
    {
        DeactivateOnIdle();
        return Read();
    }

    public Task<ImmutableArray<StoredResponse>> Read() => Task.FromResult<ImmutableArray<StoredResponse>>(
        [.. Page.Responses.Select(response => new StoredResponse(response.Key, response.Value.Language, response.Value.At, response.Value.Answers))]);

    public Task Forget(string learner) => Page.Responses.ContainsKey(learner)
        ? Save(Page with { Responses = Page.Responses.Remove(learner) })
        : Task.CompletedTask;
}

[GrainType("ballot-page")]
internal sealed class BallotPageGrain([PersistentState("ballots")] IPersistentState<BallotPageDocument> document)
    : RecordGrain<BallotPageDocument>(document), IBallotPageGrain
{
    private BallotPageDocument Page => Record ?? new();

    public Task Keep(StoredBallot ballot) => Page.Ballots.ContainsKey(ballot.Ballot)
        ? Task.CompletedTask
        : Save(Page with { Ballots = Page.Ballots.Add(ballot.Ballot, new() { Answers = ballot.Answers, Pair = ballot.Pair }) });

    public Task<ImmutableArray<StoredBallot>> ReadThrough()
    {
        DeactivateOnIdle();
        return Read();
    }

    public Task<ImmutableArray<StoredBallot>> Read() => Task.FromResult<ImmutableArray<StoredBallot>>(
        [.. Page.Ballots.Select(ballot => new StoredBallot(ballot.Key, ballot.Value.Answers, ballot.Value.Pair))]);
}

[GrainType("receipt-page")]
internal sealed class ReceiptPageGrain([PersistentState("receipts")] IPersistentState<ReceiptPageDocument> document, IDocumentStore store)
    : RecordGrain<ReceiptPageDocument>(document), IReceiptPageGrain
{
    private ReceiptPageDocument Page => Record ?? new();

    public async Task Keep(ImmutableArray<string> learners)
    {
        await Save(Page with { Learners = Page.Learners.Union(learners) });
        await store.ForgetEarlierAsync();
    }

    public Task<bool> Exists() => Task.FromResult(Record is not null);

    public Task<ImmutableArray<string>> Read() => Task.FromResult<ImmutableArray<string>>([.. Page.Learners]);

    public Task Forget(string learner) => Page.Learners.Contains(learner)
        ? Save(Page with { Learners = Page.Learners.Remove(learner) })
        : Task.CompletedTask;
}
