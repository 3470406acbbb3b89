using System.Diagnostics;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>A person of the demo who reads pages, one after the other.</summary>
internal sealed class Reader : IDisposable
{
    private readonly HttpClient client;

    private Reader(HttpClient client) => this.client = client;

    public static async Task<Reader> SignInAsync(PilotProcess pilot, string person)
    {
        var browser = new HttpClient { BaseAddress = pilot.Address, Timeout = TimeSpan.FromMinutes(2) };
        browser.DefaultRequestHeaders.Add("Cookie", await DemoSession.CookieAsync(pilot.Address, person));
        return new(browser);
    }

    /// <summary>Milliseconds until the whole page was there.</summary>
    public async Task<double> TakeAsync(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The same page so many times, sorted.</summary>
    public async Task<List<double>> TakeAsync(string path, int times)
    {
        var taken = new List<double>();
        for (var time = 0; time < times; time++)
        {
            taken.Add(await TakeAsync(path));
        }

        taken.Sort();
        return taken;
    }

    public void Dispose() => client.Dispose();
}
