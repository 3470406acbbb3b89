using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Packages;

/// <summary>A file of a package, once it is written.</summary>
internal sealed record Resource(Table Table, string Path, long Bytes = 0, string Hash = "");
