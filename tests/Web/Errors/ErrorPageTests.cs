using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Errors;

public sealed class ErrorPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "ltr", "This page is not here", "Whatever you had saved before is safe")]
    [InlineData("fr", "ltr", "Cette page n’est pas ici", "conservé")]
    [InlineData("ar", "rtl", "هذه الصفحة غير موجودة هنا", "محفوظ")]
    public async Task Page_WhenThereIsNone_SaysSoInTheReadersLanguage(string language, string direction, string title, string kept)
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = pilot.Visit();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await visitor.GetAsync("/nowhere?at=all");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.Document.DocumentElement.GetAttribute("dir"));
        Assert.Equal(title, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains(kept, page.Text, StringComparison.Ordinal);
        Assert.Equal("/nowhere?at=all", page.Value("back"));
    }

    [Fact]
    public async Task Page_WhenACohortIsNotOnesOwn_IsTheSameAsForACohortThatDoesNotExist()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var visitor = await pilot.JoinAsync("kenji", "autumn");

        var existing = await visitor.GetAsync("/c/spring");
        var missing = await visitor.GetAsync("/c/sprung");

        Assert.Equal(HttpStatusCode.NotFound, existing.Status);
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal(existing.Text, missing.Text);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsExplainedAndChangesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = pilot.Visit();

        var page = await visitor.PostAsync("/language", ("language", "fr"), ("back", "/"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("That form could not be read", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Null(visitor.Cookie("language"));
    }

    [Fact]
    public async Task Form_LargerThanItMayBe_IsExplained()
    {
        await using var pilot = await TestPilot.StartAsync();

        var page = await pilot.Visit().PostAsync("/sign-in", ("name", new string('a', 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("That was too much at once", page.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Page_WhenTheServerFails_SaysSoWithAReferenceAndNothingOfTheInside()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        await amina.GetAsync("/c/spring");
        pilot.LoseStorage();

        var page = await amina.GetAsync("/c/autumn");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.NotEmpty(page.Document.QuerySelector("main code")!.TextContent);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("disposed", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.OK, (await amina.GetAsync("/c/spring")).Status);
    }

    [Fact]
    public async Task Api_WhenTheServerFails_AnswersProblemDetails()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));
        pilot.LoseStorage();

        using var response = await amina.Http.GetAsync("/api/v1/cohorts/autumn", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("server.failed", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_WhenItsAddressIsTyped_IsAPageThatIsNotThere()
    {
        await using var pilot = await TestPilot.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await pilot.Visit().GetAsync("/error")).Status);
    }

    [Fact]
    public async Task Api_WhenThereIsNoSuchAddress_AnswersProblemDetails()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = pilot.Visit();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        using var response = await visitor.Http.GetAsync("/api/v1/nothing", Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("resource.unknown", problem.GetProperty("code").GetString());
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Contains("rien", problem.GetProperty("title").GetString(), StringComparison.OrdinalIgnoreCase);
    }
}
