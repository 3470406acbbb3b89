using System.Collections.Immutable;
using CohortCourses.Exports.Tables;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Exports.Qda;

/// <summary>Who coded.</summary>
public sealed record QdaCoder(string Id, string Name);

/// <summary>A code of the codebook, with those below it.</summary>
/// <param name="Color">As <c>#1b7f5c</c>, or null.</param>
public sealed record QdaCode(string Id, string Name, string? Description, string? Color, ImmutableArray<QdaCode> Children);

/// <summary>What programs for qualitative analysis read: who coded, the codebook, the people with their variables, and the texts.</summary>
/// <param name="Space">Every GUID inside follows from it and from names, so that an export that is made again can be told to be the same.</param>
/// <param name="Cases">A row for each participant; the first column is the study key, the others become variables.</param>
public sealed record QdaProject(
    Guid Space,
    string Name,
    string Description,
    ImmutableArray<QdaCoder> Coders,
    ImmutableArray<QdaCode> Codes,
    Table Cases,
    IAsyncEnumerable<TextCollection> Texts);
