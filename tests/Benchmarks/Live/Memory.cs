using System.Globalization;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>What a server holds once all that it has let go of is collected.</summary>
/// <param name="Heap">Bytes of managed objects.</param>
/// <param name="Resident">Bytes of the machine's memory.</param>
internal sealed record Memory(long Heap, long Resident)
{
    /// <summary>The route that both servers answer with <see cref="Now"/>.</summary>
    public const string Route = "/memory";

    public static string Now()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: false)} {Environment.WorkingSet}");
    }

    public static async Task<Memory> OfAsync(Uri server)
    {
        using var client = new HttpClient();
        var answer = (await client.GetStringAsync(new Uri(server, Route))).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(answer[0], answer[1]);
    }
}
