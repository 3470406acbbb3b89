using System.Security.Cryptography;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>What study keys are made from. It never leaves the data folder.</summary>
[Document("exports", 1)]
internal sealed record ExportsDocument(string Secret)
{
    public int LogPages { get; init; }
}

/// <summary>It keeps the secret of a cohort's study keys, and logs before it tells anything.</summary>
[GrainType("exports")]
internal sealed class ExportsGrain([PersistentState("exports")] IPersistentState<ExportsDocument> document, TimeProvider clock)
    : RecordGrain<ExportsDocument>(document), IExportsGrain
{
    private StudyKeys? keys;

    private string Cohort => this.GetPrimaryKeyString();

    public async Task<ExportReply> Begin(ExportRequest request)
    {
        if (ExportLabel.Check(request.Label) is { } refused)
        {
            return new(refused.ToOutcome(), null);
        }

        var study = await Study();
        await Write(new(request.Id, request.By, request.What, request.Label, clock.GetUtcNow()));
        return new(Outcome.Ok, await ExportRosters.Of(GrainFactory, Cohort, study, request.Label));
    }

    public async Task<ImmutableArray<string>> Keys(string label, ImmutableArray<string> ids)
    {
        var study = await Study();
        return [.. ids.Select(id => study.Of(label, id))];
    }

    public async Task<ImmutableArray<StudyPerson>> CodedPeople() => (await ExportRosters.Of(GrainFactory, Cohort, await Study(), StudyKeys.Coding)).People;

    public Task<int> LogPages() => Task.FromResult(Record?.LogPages ?? 0);

    public Task<ImmutableArray<ExportEntryView>> Log(int page) =>
        page >= 1 && page <= Record?.LogPages ? GrainFactory.ExportLogPage(Cohort, page).Read() : Task.FromResult<ImmutableArray<ExportEntryView>>([]);

    private async Task<StudyKeys> Study()
    {
        if (keys is null)
        {
            if (Record is null)
            {
                await Save(new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(StudyKeys.SecretBytes))));
            }

            keys = new(Convert.FromBase64String(Record!.Secret));
        }

        return keys;
    }

    private async Task Write(ExportEntryView entry)
    {
        var pages = Record!.LogPages;
        if (pages == 0 || !await GrainFactory.ExportLogPage(Cohort, pages).Add(entry))
        {
            // Counted before it is written: a page that holds nothing is no harm, one that nobody counts is lost.
            await Save(Record! with { LogPages = pages + 1 });
            await GrainFactory.ExportLogPage(Cohort, pages + 1).Add(entry);
        }
    }
}
