namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// The codes of a cohort, keyed by its slug; 150 at most. Whoever changes a code gives the version that they saw; if it is another by now they
/// are refused as <c>code.changed-meanwhile</c>.
/// </summary>
[Alias("codebook")]
public interface ICodebookGrain : IGrainWithStringKey
{
    /// <summary>Adds a code. The same id twice is one.</summary>
    /// <param name="id">A GUID made by who adds it.</param>
    [Alias("add")]
    Task<Outcome> Add(string id, string by, CodeText text);

    [Alias("edit")]
    Task<Outcome> Edit(string id, CodeText text, int seen);

    /// <summary>Lets one code stand for another as well; nothing that was coded is lost. Twice is once.</summary>
    [Alias("merge")]
    Task<Outcome> Merge(string id, string into, int seen);

    /// <summary>Takes a merge back.</summary>
    [Alias("unmerge")]
    Task<Outcome> Unmerge(string id);

    /// <summary>Divides a code into 2 to 8 parts; what was coded stays with the whole until it is sorted.</summary>
    [Alias("split")]
    Task<Outcome> Split(string id, string by, ImmutableArray<CodePart> parts, int seen);

    /// <summary>All codes in the order in which they came, also those that were merged into others.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<CodeView>> List();
}

/// <summary>What a code is to be.</summary>
/// <param name="Name">1 to 60 characters; no other code that stands may have it.</param>
/// <param name="Description">When to use it, 300 characters at most.</param>
/// <param name="Parent">The id of the code that it is a part of, or null.</param>
/// <param name="Pattern">1 to 12; null takes the next one.</param>
[GenerateSerializer, Immutable, Alias("code.text")]
public sealed record CodeText(string Name, string Description = "", string? Parent = null, int? Pattern = null);

/// <summary>A part that a code is divided into.</summary>
[GenerateSerializer, Immutable, Alias("code.part")]
public sealed record CodePart(string Id, string Name);

/// <summary>A code.</summary>
/// <param name="By">The learner id of who added it.</param>
/// <param name="StandsAs">The id of the code that its passages are found under by now; its own unless it was merged.</param>
[GenerateSerializer, Immutable, Alias("code.view")]
public sealed record CodeView(string Id, string Name, string Description, string? Parent, int Pattern, string By, int Version, string StandsAs)
{
    public bool Stands => StandsAs == Id;
}
