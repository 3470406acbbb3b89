using System.Reflection;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Where the house's documents and their upgrades are declared.</summary>
internal static class HouseDocuments
{
    public static IReadOnlyList<Assembly> Assemblies { get; } = [Assembly.Load("CohortCourses.Grains"), typeof(HouseDocuments).Assembly];

    public static DocumentCatalog Catalog() => new(new DocumentSerializer(DocumentUpgrades.In(Assemblies)), Assemblies);
}
