using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A page of the log of exports as it is stored.</summary>
[Document("export-log", 1)]
internal sealed record ExportLogDocument : IDocument<ExportLogPage, ExportLogDocument>
{
    public ImmutableArray<ExportLine> Entries { get; init; } = [];

    public ExportLogPage ToState() => new([.. Entries.Select(line => new ExportEntry(line.Id, line.By, line.What, line.Label, line.At.ToInstant()))]);

    public static ExportLogDocument From(ExportLogPage state) =>
        new() { Entries = [.. state.Entries.Select(entry => new ExportLine(entry.Id, entry.By, entry.What, entry.Label, entry.At.ToOffset()))] };
}

internal sealed record ExportLine(string Id, string? By, string What, string Label, DateTimeOffset At);

[GrainType("export-log")]
internal sealed class ExportLogPageGrain([PersistentState("export-log")] IPersistentState<ExportLogDocument> document)
    : DocumentGrain<ExportLogPage, ExportLogDocument>(document), IExportLogPageGrain
{
    private ExportLogPage Page => State ?? ExportLogPage.Empty;

    public async Task<bool> Add(ExportEntryView entry)
    {
        var known = Page.Entries.Any(one => one.Id == entry.Id);
        if (!known && !Page.IsFull)
        {
            await DecideFromNothing(page => (page ?? ExportLogPage.Empty).Add(new(entry.Id, entry.By, entry.What, entry.Label, entry.At.ToInstant())));
            known = true;
        }

        return known;
    }

    public Task<ImmutableArray<ExportEntryView>> Read() => Task.FromResult<ImmutableArray<ExportEntryView>>(
        [.. Page.Entries.Select(entry => new ExportEntryView(entry.Id, entry.By, entry.What, entry.Label, entry.At.ToOffset()))]);
}
