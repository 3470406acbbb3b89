using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;
using NodaTime;

namespace CohortCourses.Grains.Evaluation;

[Document("findings", 1)]
internal sealed record FindingsDocument : IDocument<FindingList, FindingsDocument>
{
    public ImmutableArray<string> Findings { get; init; } = [];

    public ImmutableArray<string> Phases { get; init; } = [];

    public FindingList ToState() => new([.. Findings], [.. Phases]);

    public static FindingsDocument From(FindingList state) => new() { Findings = [.. state.Ids], Phases = [.. state.Phases] };
}

/// <summary>It keeps which findings there are; what they say is theirs to tell.</summary>
[GrainType("findings")]
internal sealed class FindingsGrain(
    [PersistentState("findings")] IPersistentState<FindingsDocument> document,
    TimeProvider clock) : DocumentGrain<FindingList, FindingsDocument>(document), IFindingsGrain
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);

    private (Instant At, ImmutableArray<FindingView> Findings)? told;

    private FindingList Written => State ?? FindingList.Empty;

    /// <remarks>Written before it is listed: who dies in between sends it again, and a list names nothing that there is not.</remarks>
    public async Task<Outcome> Write(string id, string by, FindingText text)
    {
        if (Written.Add(id).Rejection is { } full)
        {
            return full.ToOutcome();
        }

        var written = await GrainFactory.Finding(Cohort, id).Write(by, text);
        return written.Accepted ? await DecideFromNothing(list => (list ?? FindingList.Empty).Add(id)) : written;
    }

    public async Task<ImmutableArray<FindingView>> List()
    {
        var findings = await Task.WhenAll(Written.Ids.Reverse().Select(id => GrainFactory.Finding(Cohort, id).Get()));
        return [.. findings.OfType<FindingView>()];
    }

    public async Task<ImmutableArray<FindingView>> Told()
    {
        var now = clock.GetCurrentInstant();
        if (told is not { } known || now - known.At >= Fresh || now < known.At)
        {
            told = known = (now, [.. (await List()).Where(finding => finding.IsTold)]);
        }

        return known.Findings;
    }

    public Task<ImmutableArray<string>> Phases() => Task.FromResult<ImmutableArray<string>>([.. Written.Phases]);

    public Task Follow(string cohort) => DecideFromNothing(list => (list ?? FindingList.Empty).Follow(cohort));

    public Task Forget(string text) => Task.WhenAll(Written.Ids.Select(id => GrainFactory.Finding(Cohort, id).Forget(text)));

    private string Cohort => this.GetPrimaryKeyString();
}
