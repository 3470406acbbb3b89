using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A codebook as it is stored: 150 codes with 15,000 characters of descriptions take about 60 kB.</summary>
[Document("codebook", 1)]
internal sealed record CodebookDocument : IDocument<Codebook, CodebookDocument>
{
    public ImmutableArray<CodeDocument> Codes { get; init; } = [];

    public Codebook ToState() => new([.. Codes.Select(code => code.ToState())]);

    public static CodebookDocument From(Codebook state) => new() { Codes = [.. state.Codes.Select(CodeDocument.From)] };
}

internal sealed record CodeDocument(string Id, string Name, string Description, string? Parent, int Pattern, string By, string? MergedInto, int Version)
{
    public Code ToState() => new(Id, Name, Description, Parent, Pattern, By) { MergedInto = MergedInto, Version = Version };

    public static CodeDocument From(Code state) => new(state.Id, state.Name, state.Description, state.Parent, state.Pattern, state.By, state.MergedInto, state.Version);
}

[GrainType("codebook")]
internal sealed class CodebookGrain([PersistentState("codebook")] IPersistentState<CodebookDocument> document)
    : DocumentGrain<Codebook, CodebookDocument>(document), ICodebookGrain
{
    private Codebook Book => State ?? Codebook.Empty;

    public Task<Outcome> Add(string id, string by, CodeText text) => Change(book => book.Add(id, by, text.ToDomain()));

    public Task<Outcome> Edit(string id, CodeText text, int seen) => Change(book => book.Edit(id, text.ToDomain(), seen));

    public Task<Outcome> Merge(string id, string into, int seen) => Change(book => book.Merge(id, into, seen));

    public Task<Outcome> Unmerge(string id) => Change(book => book.Unmerge(id));

    public Task<Outcome> Split(string id, string by, ImmutableArray<CodePart> parts, int seen) =>
        Change(book => book.Split(id, by, [.. parts.Select(part => (part.Id, part.Name))], seen));

    public Task<ImmutableArray<CodeView>> List() => Task.FromResult<ImmutableArray<CodeView>>([.. Book.Codes.Select(code => code.ToView(Book))]);

    private Task<Outcome> Change(Func<Codebook, Decision<Codebook>> rule) => DecideFromNothing(book => rule(book ?? Codebook.Empty));
}
