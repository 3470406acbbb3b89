using System.Collections.Immutable;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Packages;

/// <summary>
/// A Frictionless data package (version 2) as one zip file: <c>data/*.csv</c>, <c>README.md</c>, and <c>datapackage.json</c>, which
/// describes every column. The same tables give the same bytes.
/// </summary>
public static class DataPackages
{
    public static async Task Write(DataPackage package, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        using (var archive = new Archive(outlet))
        {
            var resources = ImmutableArray.CreateBuilder<Resource>();
            foreach (var table in package.Tables)
            {
                var resource = new Resource(table, $"data/{table.Name}.csv");
                using var file = new Measured(archive.Begin(resource.Path));
                await CsvTables.Write(table, file, outlet, cancellation);
                resources.Add(resource with { Bytes = file.Bytes, Hash = file.Hash() });
            }

            archive.Write("README.md", package.Readme);
            archive.Write("datapackage.json", Descriptor.Of(package, resources.ToImmutable()));
        }

        await outlet.Drain(cancellation);
    }
}
