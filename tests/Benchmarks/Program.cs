using CohortCourses.Tests.Benchmarks;
using CohortCourses.Tests.Benchmarks.Discussion;
using CohortCourses.Tests.Benchmarks.Evaluation;
using CohortCourses.Tests.Benchmarks.Feedback;
using CohortCourses.Tests.Benchmarks.Live;
using CohortCourses.Tests.Benchmarks.Web;

if (args is ["bare", var port, var bytes])
{
    await BareServer.RunAsync(port, bytes);
    return 0;
}

if (args is ["bare-hub" or "pilot-with-door", var hubPort])
{
    await (args[0] == "bare-hub" ? BareHub.RunAsync(hubPort) : PilotWithDoor.RunAsync(hubPort));
    return 0;
}

var benchmarks = new Dictionary<string, Func<Task<string[]>>>(StringComparer.Ordinal)
{
    ["grain-calls"] = GrainCalls.RunAsync,
    ["store"] = StoreWrites.RunAsync,
    ["search"] = Searches.RunAsync,
    ["completions"] = Completions.RunAsync,
    ["week-page"] = WeekPage.RunAsync,
    ["footprint"] = Footprint.RunAsync,
    ["posts"] = Posts.RunAsync,
    ["long-thread"] = LongThread.RunAsync,
    ["large-cohort"] = LargeCohort.RunAsync,
    ["thread-page"] = ThreadPage.RunAsync,
    ["search-page"] = SearchPage.RunAsync,
    ["wire"] = WireWeight.RunAsync,
    ["evaluation"] = EvaluationPage.RunAsync,
    ["questions-page"] = QuestionsPage.RunAsync,
    ["fan-out"] = FanOut.RunAsync,
    ["connections"] = Connections.RunAsync,
    ["export"] = ExportPackage.RunAsync,
    ["form-push"] = FormPush.RunAsync,
};
var chosen = args.Length == 0 ? [.. benchmarks.Keys] : args;
if (chosen.Except(benchmarks.Keys).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", benchmarks.Keys)}.");
    return 1;
}

foreach (var name in chosen)
{
    Console.WriteLine($"## {name}\n");
    foreach (var line in await benchmarks[name]())
    {
        Console.WriteLine(line);
    }

    Console.WriteLine();
}

return 0;
