using CohortCourses.Contracts.Live;
using CohortCourses.Hosting;
using CohortCourses.Web.Live;

namespace CohortCourses.Tests.Web.Live;

public sealed class CohortPresenceTests : IDisposable
{
    private static readonly LiveOptions Defaults = new();

    private readonly OneFeed feed = new();
    private readonly SteerableClock clock = SteerableClock.Frozen(DateTimeOffset.UnixEpoch);
    private readonly List<LiveReader> readers = [];
    private readonly CohortPresence presence;

    public CohortPresenceTests() => presence = new("spring", feed, () => readers, Defaults with { Clock = clock });

    public void Dispose() => clock.Dispose();

    [Fact]
    public void Change_WhenNobodyLooks_TellsAndStartsNothing()
    {
        readers.Add(new Browser().Reader);

        presence.Take(Elsewhere("node", "Maya"));
        presence.Renew();

        Assert.False(presence.IsPending);
        Assert.Empty(feed.Presences);
    }

    [Fact]
    public async Task Change_WhenSomeoneComes_TellsAllWhoLookAndNobodyElse()
    {
        var (maya, hidden, elsewhere) = (Come("Maya"), Come(null), new Browser());
        readers.Add(elsewhere.Reader);
        presence.Change();

        clock.Advance(Defaults.PresenceAfter);

        foreach (var browser in new[] { maya, hidden })
        {
            Assert.Equal(["Maya"], await Names(browser));
        }

        Assert.Equal(0, elsewhere.Unread);
        Assert.False(presence.IsPending);
        var told = Assert.Single(feed.Presences);
        Assert.Equal((2, 1), (told.Lookers, told.Shown));
    }

    [Fact]
    public async Task Change_WhenManyComeAtOnce_IsToldInOne()
    {
        var maya = Come("Maya");
        presence.Change();
        clock.Advance(Defaults.PresenceAfter);
        await maya.Told();

        foreach (var name in new[] { "Kenji", "Amina" })
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Come(name);
            presence.Change();
        }

        Assert.Equal(0, maya.Unread);
        clock.Advance(Defaults.PresenceEvery - TimeSpan.FromSeconds(2));
        Assert.Equal(["Amina", "Kenji", "Maya"], await Names(maya));
        Assert.Equal(0, maya.Unread);
    }

    [Fact]
    public async Task Change_WhenNothingIsNewForAReader_TellsItNothing()
    {
        var maya = Come("Maya");
        presence.Change();
        clock.Advance(Defaults.PresenceEvery);
        await maya.Told();

        var hidden = Come(null);
        presence.Change();
        clock.Advance(Defaults.PresenceEvery);

        Assert.Equal(["Maya"], await Names(hidden));
        Assert.Equal(0, maya.Unread);
    }

    [Fact]
    public async Task Change_WithMoreThanAreNamed_CountsTheRest()
    {
        var first = Come("Person 00");
        for (var person = 1; person < 60; person++)
        {
            Come($"Person {person:00}");
        }

        presence.Take(Elsewhere("node", "Person 00", "Zoe") with { Shown = 5 });
        clock.Advance(Defaults.PresenceAfter);

        var here = (await first.Told()).Argument;
        Assert.Equal(12, here.GetProperty("people").GetArrayLength());
        Assert.Equal(60 - 12 + 1 + 3, here.GetProperty("more").GetInt32());
        Assert.Equal(50, feed.Presences[0].People.Length);

        Come("Another");
        presence.Change();
        clock.Advance(Defaults.PresenceEvery);
        Assert.Equal(0, first.Unread);
        clock.Advance(Defaults.PresenceOfManyEvery);
        Assert.Equal(1, first.Unread);
    }

    [Fact]
    public async Task Take_FromAnotherNode_ShowsItsPeopleUntilTheyGo()
    {
        var maya = Come("Maya");
        presence.Take(Elsewhere("node", "Omar", "Maya"));
        clock.Advance(Defaults.PresenceEvery);
        Assert.Equal(["Maya", "Omar"], await Names(maya));

        presence.Take(Elsewhere("node"));
        clock.Advance(Defaults.PresenceEvery);

        Assert.Equal(["Maya"], await Names(maya));
    }

    [Fact]
    public async Task Take_FromANodeThatIsNew_TellsItWhoIsHere()
    {
        Come("Maya");
        presence.Change();
        clock.Advance(Defaults.PresenceEvery);

        presence.Take(Elsewhere("node", "Omar"));
        clock.Advance(Defaults.PresenceEvery);
        presence.Take(Elsewhere("node", "Omar", "Zoe"));
        clock.Advance(Defaults.PresenceEvery);

        Assert.Equal(2, feed.Presences.Count);
        await presence.End();
        Assert.Equal((3, 0), (feed.Presences.Count, feed.Presences[^1].Lookers));
    }

    [Fact]
    public async Task Renew_WhenAnotherNodeIsSilentForLong_ForgetsItsPeople()
    {
        var maya = Come("Maya");
        presence.Take(Elsewhere("node", "Omar"));
        clock.Advance(Defaults.PresenceEvery);
        await maya.Told();

        clock.Advance(Defaults.ForgetNodeAfter + TimeSpan.FromSeconds(1));
        presence.Renew();
        clock.Advance(Defaults.PresenceEvery);

        Assert.Equal(["Maya"], await Names(maya));
    }

    [Fact]
    public async Task End_WhileSomethingIsPending_StopsTheTimer()
    {
        Come("Maya");
        presence.Change();

        await presence.End();
        presence.Change();

        Assert.False(presence.IsPending);
        Assert.Empty(feed.Presences);
    }

    [Fact]
    public void MayTellTyping_OfOnePerson_OnlyEveryFewSeconds()
    {
        Come("Maya", "thread");
        Come("Omar", "thread");

        Assert.True(presence.MayTellTyping("Maya", "thread"));
        Assert.False(presence.MayTellTyping("Maya", "thread"));
        Assert.True(presence.MayTellTyping("Omar", "thread"));
        clock.Advance(Defaults.TypingEvery);
        Assert.True(presence.MayTellTyping("Maya", "thread"));
    }

    [Fact]
    public void MayTellTyping_WhenNobodyElseLooks_No()
    {
        Come("Maya", "thread");
        Come("Maya", "thread");
        Come("Omar", "another");

        Assert.False(presence.MayTellTyping("Maya", "thread"));
        presence.Take(Elsewhere("node"));
        Assert.False(presence.MayTellTyping("Maya", "thread"));
        presence.Take(Elsewhere("node", "Zoe"));
        Assert.True(presence.MayTellTyping("Maya", "thread"));
    }

    [Fact]
    public async Task Take_WhenSomeoneWrites_TellsTheOthersInTheThread()
    {
        var (maya, omar, other) = (Come("Maya", "thread"), Come("Omar", "thread"), Come("Zoe", "another"));

        presence.Take(new TypingNow("thread", new("Maya", "Maya")));

        var (method, writes) = await omar.Told();
        Assert.Equal(("typing", "thread", "Maya"), (method, writes.GetProperty("thread").GetString(), writes.GetProperty("handle").GetString()));
        Assert.Equal(0, maya.Unread + other.Unread);
    }

    private static NodePresence Elsewhere(string node, params string[] names) =>
        new(node, names.Length, [.. names.Select(name => new PersonHere(name, name))], names.Length);

    private static async Task<string[]> Names(Browser browser)
    {
        var (method, here) = await browser.Told();
        Assert.Equal("presence", method);
        return [.. here.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("handle").GetString()!)];
    }

    private Browser Come(string? name, string page = "discussion")
    {
        var browser = new Browser(learner: name ?? "hidden") { Reader = { Look = new("spring", page, name is null ? null : new(name, name)) } };
        readers.Add(browser.Reader);
        return browser;
    }
}
