using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Discussion;

namespace CohortCourses.Tests.Web.Discussion;

public sealed class QuotingTests
{
    [Theory]
    [InlineData("One\r\n\r\ntwo", "> One\n>\n> two\n\n")]
    [InlineData("> before\n\nNo.", "> No.\n\n")]
    [InlineData("> only that", "")]
    public void Of_QuotesWhatTheyWroteThemselves(string text, string quoted) => Assert.Equal(quoted, Quoting.Of(text));

    [Fact]
    public void Of_WhatIsLong_EndsBetweenTwoWords_OrTwoLetters()
    {
        Assert.EndsWith(" word …\n\n", Quoting.Of(string.Concat(Enumerable.Repeat("word ", 200))), StringComparison.Ordinal);
        Assert.EndsWith("😀 …\n\n", Quoting.Of("x" + string.Concat(Enumerable.Repeat("😀", 400))), StringComparison.Ordinal);
    }

    /// <summary>It works without script, and whoever was named in what is quoted is not called again.</summary>
    [Fact]
    public async Task Quote_BeginsTheReplyWithWhatIsAnswered_AndNamesNobodyAnew()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var kenji = await pilot.JoinAsync("kenji", "spring");
        var id = Guid.CreateVersion7().ToString();
        Assert.True((await pilot.Grains.Voice("spring", kenji.Learner).Start(
            new(id, 1, "Minutes", ThreadKind.Talk, Audience.Cohort, new(id, $"Who keeps them?\n\nNot @{{{amina.Learner}}} again.")))).Accepted);

        var page = await amina.GetAsync($"/c/spring/discussion/{id}?reply=1");
        var quoting = await amina.GetAsync($"/c/spring/discussion/{id}{page.Document.QuerySelector("#reply-form a[href*=quote]")!.GetAttribute("href")}");

        Assert.Equal("> Who keeps them?\n>\n> Not Amina again.\n\n", quoting.Value("text"));
        Assert.Equal(id, quoting.Value("replyTo"));
        Assert.Null(quoting.Document.QuerySelector("#reply-form a[href*=quote]"));
    }
}
