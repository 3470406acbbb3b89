using System.Collections.Immutable;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Packages;

/// <summary>Tables that leave together, with all that it takes to understand them.</summary>
/// <param name="Name">Lower case, digits, hyphens: the same for the same export.</param>
/// <param name="Readme">Markdown for people: what is in it, what is not, and under which rules.</param>
public sealed record DataPackage(string Name, string Title, string Description, string Readme, ImmutableArray<Table> Tables);
