using System.Net;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>A person of the demo, signed in.</summary>
internal static class DemoSession
{
    /// <summary>The cookies of a session, as a browser sends them.</summary>
    public static async Task<string> CookieAsync(Uri address, string person)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler);
        using var response = await client.GetAsync(new Uri(address, $"/demo/sign-in/{person}"));
        response.EnsureSuccessStatusCode();
        using var page = await client.GetAsync(new Uri(address, "/c/spring/week/4"));
        page.EnsureSuccessStatusCode();
        return cookies.GetCookieHeader(address);
    }

    /// <summary>How many bytes a page's body has, without compression.</summary>
    public static async Task<int> BytesAsync(Uri page, string cookie)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }
}
