using CohortCourses.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CohortCourses.Tests.Web.Live;

public sealed class LiveReaderTests
{
    private static SerializedHubMessage Message(int number) => new(new InvocationMessage($"{number}", []));

    [Fact]
    public void Tell_WhileTheBrowserIsIdle_WritesAtOnce()
    {
        var browser = new Browser();

        browser.Reader.Tell(Message(1));
        browser.Reader.Tell(Message(2));

        Assert.Equal(2, browser.Unread);
    }

    [Fact]
    public async Task Tell_WhileTheBrowserIsBusy_KeepsTheOrder()
    {
        var browser = new Browser(takesAtOnce: false);
        for (var number = 1; number <= 4; number++)
        {
            browser.Reader.Tell(Message(number));
        }

        Assert.Equal(1, browser.Unread);
        for (var number = 1; number <= 4; number++)
        {
            Assert.Equal($"{number}", (await browser.Told()).Method);
            browser.Take();
        }

        browser.Reader.Tell(Message(5));
        Assert.Equal("5", (await browser.Told()).Method);
    }

    [Fact]
    public async Task Tell_WhenTooMuchWaits_TellsTheBrowserToReloadOnceItTakesAgain()
    {
        var browser = new Browser(new() { MostWaiting = 3 }, takesAtOnce: false);
        for (var number = 1; number <= 9; number++)
        {
            browser.Reader.Tell(Message(number));
        }

        Assert.Equal("1", (await browser.Told()).Method);
        browser.Take();
        Assert.Equal("reload", (await browser.Told()).Method);
        browser.Reader.Tell(Message(10));
        browser.Take();
        Assert.Equal("10", (await browser.Told()).Method);
        Assert.False(browser.IsCutOff);
    }

    [Fact]
    public async Task TellToReload_WhileSomethingWaits_SkipsIt()
    {
        var browser = new Browser(takesAtOnce: false);
        browser.Reader.Tell(Message(1));
        browser.Reader.Tell(Message(2));

        browser.Reader.TellToReload();

        Assert.Equal("1", (await browser.Told()).Method);
        browser.Take();
        Assert.Equal("reload", (await browser.Told()).Method);
    }

    [Fact]
    public void CloseIfStuck_WhenTheBrowserHasTakenNothingForLong_CutsItOff()
    {
        var patient = new Browser(takesAtOnce: false);
        var browser = new Browser(new() { LongestWrite = TimeSpan.Zero }, takesAtOnce: false);
        browser.Reader.CloseIfStuck();
        Assert.False(browser.IsCutOff);
        browser.Reader.Tell(Message(1));
        patient.Reader.Tell(Message(1));

        browser.Reader.CloseIfStuck();
        patient.Reader.CloseIfStuck();

        Assert.True(browser.IsCutOff);
        Assert.False(patient.IsCutOff);
    }

    [Fact]
    public void Tell_AfterTheBrowserHasGone_WritesNothing()
    {
        var browser = new Browser();
        browser.Reader.Go();

        browser.Reader.Tell(Message(1));

        Assert.Equal(0, browser.Unread);
    }
}
