using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

public sealed class AccessTokenTests
{
    private const string Make = "form[action='/me/tokens']";

    [Fact]
    public async Task Token_IsShownOnceAndItsHashAloneIsKept()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));

        var made = await amina.SubmitAsync("/me/tokens", Make, ("label", "My notes"));
        var token = made.Value("value")!;

        Assert.True(Secrets.LooksLikeOne(token));
        var later = await amina.GetAsync("/me/tokens");
        Assert.Contains("My notes", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, later.Html, StringComparison.Ordinal);
        Assert.Equal(Secrets.Hash(token), Assert.Single((await pilot.Grains.Account("AMINA").Get())!.Secrets).Hash);
    }

    [Fact]
    public async Task Token_SentTwice_IsOne()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));
        var form = await amina.GetAsync("/me/tokens");

        var first = await amina.SubmitAsync(form, Make, ("label", "My notes"));
        var second = await amina.SubmitAsync(form, Make, ("label", "My notes"));

        Assert.Equal(first.Value("value"), second.Value("value"));
        Assert.Single((await pilot.Grains.Account("AMINA").Get())!.Secrets);
    }

    [Fact]
    public async Task Token_OnTheApi_IsWhoMadeItUntilRevoked()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));
        var token = (await amina.SubmitAsync("/me/tokens", Make, ("label", "My notes"))).Value("value")!;
        Assert.Equal(amina.Learner, await WhoAsync(pilot, token));

        await amina.SubmitAsync("/me/tokens", "form[action*='revoke']");

        Assert.Null(await WhoAsync(pilot, token));
        Assert.Empty((await pilot.Grains.Account("AMINA").Get())!.Secrets);
    }

    [Fact]
    public async Task Token_OutsideTheApi_OpensNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));
        var token = (await amina.SubmitAsync("/me/tokens", Make, ("label", "My notes"))).Value("value")!;
        var visitor = pilot.Visit();
        visitor.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal("/sign-in?return=%2Fme", (await visitor.GetAsync("/me")).Path);
    }

    [Fact]
    public async Task Token_BesideASession_Counts()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));

        Assert.Equal(amina.Learner, await WhoAsync(pilot, token: null, amina.Cookie("session")));
        Assert.Null(await WhoAsync(pilot, Secrets.Make(), amina.Cookie("session")));
    }

    [Fact]
    public async Task Token_OfAnErasedAccount_IsNobody()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        var token = Secrets.Make();
        await pilot.Vault.IssueAsync(account, SecretKind.AccessToken, token, "My notes");
        await pilot.Grains.Account("AMINA").Erase();

        Assert.Null(await WhoAsync(pilot, token));
    }

    [Fact]
    public async Task Token_OfAnotherKind_IsNobody()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        var key = Secrets.Make();
        await pilot.Vault.IssueAsync(account, SecretKind.Calendar, key, "Spring", "spring");

        Assert.Null(await WhoAsync(pilot, key));
    }

    [Fact]
    public async Task Tokens_GuessedAgainAndAgain_AreNotLookedAtAnyMore()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        var token = Secrets.Make();
        await pilot.Vault.IssueAsync(account, SecretKind.AccessToken, token, "My notes");
        for (var guess = 0; guess < 30; guess++)
        {
            await WhoAsync(pilot, Secrets.Make());
        }

        Assert.Null(await WhoAsync(pilot, token));
        pilot.Clock.Advance(Throttles.Wait + TimeSpan.FromSeconds(1));
        Assert.Equal(account.Learner, await WhoAsync(pilot, token));
    }

    [Fact]
    public async Task Api_ForNobody_AnswersThatAndNoRedirect()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var scope = pilot.Services.CreateAsyncScope();
        var context = ApiRequest(scope.ServiceProvider, token: null, session: null);

        await context.ChallengeAsync();

        Assert.Equal(StatusCodes.Status401Unauthorized, context.Response.StatusCode);
        Assert.Equal("Bearer", context.Response.Headers.WWWAuthenticate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Token_WithoutALabel_IsRefused(string label)
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina"));

        var page = await amina.SubmitAsync("/me/tokens", Make, ("label", label));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty((await pilot.Grains.Account("AMINA").Get())!.Secrets);
    }

    [Fact]
    public async Task Tokens_BeyondFifty_AreRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        for (var count = 0; count < 50; count++)
        {
            Assert.True((await pilot.Vault.IssueAsync(account, SecretKind.AccessToken, Secrets.Make(), "one more")).Accepted);
        }

        var page = await (await pilot.SignInAsync(account)).SubmitAsync("/me/tokens", Make, ("label", "too many"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    /// <summary>The learner that a request to the API comes from, or null.</summary>
    private static async Task<string?> WhoAsync(TestPilot pilot, string? token, string? session = null)
    {
        await using var scope = pilot.Services.CreateAsyncScope();
        var result = await ApiRequest(scope.ServiceProvider, token, session).AuthenticateAsync();
        return result.Principal?.FindLearnerId();
    }

    private static DefaultHttpContext ApiRequest(IServiceProvider services, string? token, string? session)
    {
        var context = new DefaultHttpContext { RequestServices = services, Request = { Path = "/api/v1/me" } };
        context.Request.Headers.Authorization = token is null ? default : new($"Bearer {token}");
        context.Request.Headers.Cookie = session is null ? default : new($"session={session}");
        return context;
    }
}
