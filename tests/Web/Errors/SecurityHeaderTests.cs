using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Errors;

public sealed class SecurityHeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/courses/building-partnerships")]
    [InlineData("/app.css")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/ready")]
    [InlineData("/sign-in")]
    public async Task EveryAnswer_CarriesThem(string path)
    {
        await using var pilot = await TestPilot.StartAsync();

        using var response = await pilot.Visit().Http.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Page_WhenTheBrowserUnpacks_IsCompressed(string encoding)
    {
        await using var pilot = await TestPilot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/courses/building-partnerships");
        request.Headers.AcceptEncoding.ParseAdd(encoding);

        using var response = await pilot.Visit().Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
    }
}
