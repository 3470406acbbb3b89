using CohortCourses.Contracts;
using CohortCourses.Contracts.Catalog;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Catalog;

[Document("catalog", 1)]
internal sealed record CatalogDocument
{
    public ImmutableArray<CatalogLine> Cohorts { get; init; } = [];

    public string? Organiser { get; init; }
}

internal sealed record CatalogLine(string Cohort, string Course);

[GrainType("catalog")]
internal sealed class CatalogGrain([PersistentState("catalog")] IPersistentState<CatalogDocument> document)
    : RecordGrain<CatalogDocument>(document), ICatalogGrain
{
    private CatalogDocument Current => Record ?? new();

    public Task Add(CatalogEntry cohort) => Current.Cohorts.Any(line => line.Cohort == cohort.Cohort)
        ? Task.CompletedTask
        : Save(Current with { Cohorts = [.. Current.Cohorts.Append(new(cohort.Cohort, cohort.Course)).OrderBy(line => line.Cohort, StringComparer.Ordinal)] });

    public Task<ImmutableArray<CatalogEntry>> Cohorts() =>
        Task.FromResult<ImmutableArray<CatalogEntry>>([.. Current.Cohorts.Select(line => new CatalogEntry(line.Cohort, line.Course))]);

    public Task<bool> HasOrganiser() => Task.FromResult(Current.Organiser is not null);

    public Task<string?> Organiser() => Task.FromResult(Current.Organiser);

    public Task ReleaseOrganiser(string learner) =>
        Current.Organiser == learner ? Save(Current with { Organiser = null }) : Task.CompletedTask;

    public async Task<Outcome> AppointOrganiser(string learner)
    {
        if (Current.Organiser is { } appointed)
        {
            return appointed == learner ? Outcome.Ok : Outcome.Refused("setup.done");
        }

        await Save(Current with { Organiser = learner });
        return Outcome.Ok;
    }
}
