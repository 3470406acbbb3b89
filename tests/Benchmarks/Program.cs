using CohortCourses.Tests.Benchmarks;

var lines = args switch
{
    ["store"] => await StoreWrites.RunAsync(),
    _ => ["usage: dotnet run --project tests/Benchmarks -c Release -- store"],
};
foreach (var line in lines)
{
    Console.WriteLine(line);
}
