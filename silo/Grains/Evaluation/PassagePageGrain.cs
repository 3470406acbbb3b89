using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A page of passages as it is stored: 250 take about 50 kB.</summary>
[Document("passages", 1)]
internal sealed record PassagesDocument : IDocument<PassagePage, PassagesDocument>
{
    public ImmutableArray<PassageDocument> Passages { get; init; } = [];

    public PassagePage ToState() => new([.. Passages.Select(passage => passage.ToState())]);

    public static PassagesDocument From(PassagePage state) => new() { Passages = [.. state.Passages.Select(PassageDocument.From)] };
}

internal sealed record PassageDocument(string Id, string Text, string Code, int Start, int End, bool MayQuote)
{
    public Passage ToState() => new(Id, Text, Code, Start, End, MayQuote);

    public static PassageDocument From(Passage state) => new(state.Id, state.Text, state.Code, state.Start, state.End, state.MayQuote);
}

[GrainType("passages")]
internal sealed class PassagePageGrain([PersistentState("passages")] IPersistentState<PassagesDocument> document)
    : DocumentGrain<PassagePage, PassagesDocument>(document), IPassagePageGrain
{
    private PassagePage Page => State ?? PassagePage.Empty;

    public Task<Outcome> Code(PassageView passage) => Change(page => page.Code(passage.ToDomain()));

    public Task<Outcome> Uncode(string passage) => Change(page => page.Uncode(passage));

    public Task<Outcome> Change(string passage, string? code, bool? mayQuote) => Change(page => page.Change(passage, code, mayQuote));

    public Task<ImmutableArray<PassageView>> List() => Task.FromResult<ImmutableArray<PassageView>>([.. Page.Passages.Select(CodingMapping.ToView)]);

    public Task Forget(string text) => Change(page => page.Forget(text));

    private Task<Outcome> Change(Func<PassagePage, Decision<PassagePage>> rule) => DecideFromNothing(page => rule(page ?? PassagePage.Empty));
}
