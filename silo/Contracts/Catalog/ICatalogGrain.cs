namespace CohortCourses.Contracts.Catalog;

/// <summary>What the installation has; there is one, with the key <see cref="Key"/>.</summary>
[Alias("catalog")]
public interface ICatalogGrain : IGrainWithStringKey
{
    const string Key = "installation";

    /// <summary>Lists a cohort. Twice is once.</summary>
    [Alias("list-cohort")]
    Task Add(CatalogEntry cohort);

    /// <summary>All cohorts, by slug.</summary>
    [ReadOnly, Alias("cohorts")]
    Task<ImmutableArray<CatalogEntry>> Cohorts();

    /// <summary>Whether the installation has an organiser; until then it can be set up.</summary>
    [ReadOnly, Alias("has-organiser")]
    Task<bool> HasOrganiser();

    /// <summary>The learner id of the organiser, or null.</summary>
    [ReadOnly, Alias("organiser")]
    Task<string?> Organiser();

    /// <summary>Appoints the first organiser. Refused as <c>setup.done</c> if there is another one.</summary>
    [Alias("appoint-organiser")]
    Task<Outcome> AppointOrganiser(string learner);

    /// <summary>Frees the organiser's place when it is this learner who held it, so that the installation can be set up anew.</summary>
    [Alias("release-organiser")]
    Task ReleaseOrganiser(string learner);
}

[GenerateSerializer, Immutable, Alias("catalog.entry")]
public sealed record CatalogEntry(string Cohort, string Course);
