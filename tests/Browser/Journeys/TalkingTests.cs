using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

public sealed class TalkingTests(Chromium chromium)
{
    private static readonly string Thread = Guid.CreateVersion7().ToString();

    private static string Address => $"/c/spring/discussion/{Thread}";

    [Fact]
    public async Task TwoPeople_TalkWithoutReloading_OneOfThemByKeyboardAlone()
    {
        await using var talk = await TalkAsync();
        await using var desk = await talk.OpenAsync(chromium, talk.Kenji, Screen.Desk);
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await desk.WatchAsync(Address);
        await phone.WatchAsync(Address);

        await desk.Page.Locator("textarea").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("Has anyone asked, @Ami");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Option, new() { Name = "Amina" })).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Keyboard.TypeAsync("or who?");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(phone.Page.Locator("#p-2")).ToContainTextAsync("Has anyone asked, @Amina or who?");
        await phone.Page.Locator("#p-2").GetByRole(AriaRole.Button, new() { Name = "Thanks" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#p-2 [data-kind=thanks] .count")).ToHaveTextAsync("1");
        await Assertions.Expect(desk.Page.Locator("#p-2 [data-kind=thanks]")).ToHaveAttributeAsync("aria-pressed", "false");
        await phone.Page.GetByLabel("What you want to say").FillAsync("سألت أمس.");
        await phone.Button("Reply").ClickAsync();

        await Assertions.Expect(desk.Page.Locator("#p-3")).ToContainTextAsync("سألت أمس.");
        await Assertions.Expect(desk.Page.Locator(".post")).ToHaveCountAsync(3);
        await desk.LookAsync();
        await phone.LookAsync();
    }

    [Fact]
    public async Task Post_WrittenWithTheLineDown_WaitsInSightAndIsSentOnce_EvenIfTheFirstTryHadArrived()
    {
        await using var talk = await TalkAsync();
        await using var desk = await talk.OpenAsync(chromium, talk.Kenji, Screen.Desk);
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await desk.WatchAsync(Address);
        await phone.WatchAsync(Address);
        await phone.Context.SetOfflineAsync(offline: true);

        await phone.Page.GetByLabel("What you want to say").FillAsync("Written on the train.");
        await phone.Button("Reply").ClickAsync();

        await Assertions.Expect(phone.Page.Locator(".waiting")).ToContainTextAsync("waiting to send");
        await phone.Page.RouteAsync("**/*handler=reply*", async route =>
        {
            await route.FetchAsync(); // it arrives, and nobody hears of it
            await route.AbortAsync();
        }, new() { Times = 1 });
        await phone.Context.SetOfflineAsync(offline: false);
        await Assertions.Expect(desk.Page.Locator("#p-2")).ToContainTextAsync("Written on the train.");
        await Assertions.Expect(phone.Page.Locator("#p-2")).ToContainTextAsync("Written on the train.");
        await Assertions.Expect(phone.Page.Locator(".waiting")).ToHaveCountAsync(0);
        Assert.Equal(2, (await talk.Pilot.Grains.Thread("spring", Thread).Summary())!.Numbers);
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator(".post")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Thread_BegunWithTheLineDown_WaitsInSight_AndIsBegunOnce_EvenIfTheFirstTryHadArrived()
    {
        await using var talk = await TalkAsync();
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await phone.OpenAsync("/c/spring/discussion/new?week=1&kind=talk");
        await phone.Context.SetOfflineAsync(offline: true);

        await phone.Page.GetByLabel("Title").FillAsync("A museum wrote back");
        await phone.Page.GetByLabel("Text").FillAsync("They want to **meet**.");
        await phone.Button("Send").ClickAsync();

        await Assertions.Expect(phone.Page.Locator("#waiting")).ToContainTextAsync("A museum wrote back");
        await Assertions.Expect(phone.Page.Locator("#waiting")).ToContainTextAsync("waiting to send");
        await phone.LookAsync();
        await phone.Link("Take it back").ClickAsync();
        await phone.Page.GetByLabel("Title").FillAsync("Two museums wrote back");
        await phone.Button("Send").ClickAsync();
        await phone.Page.RouteAsync("**/*handler=start*", async route =>
        {
            await route.FetchAsync(); // it arrives, and nobody hears of it
            await route.AbortAsync();
        }, new() { Times = 1 });
        await phone.Context.SetOfflineAsync(offline: false);

        await Assertions.Expect(phone.Heading("Two museums wrote back")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#p-1")).ToContainTextAsync("They want to meet.");
        await phone.OpenAsync("/c/spring/discussion");
        await Assertions.Expect(phone.Page.Locator(".thread")).ToHaveCountAsync(2);
        await Assertions.Expect(phone.Page.Locator("#waiting")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Thread_ThatWaits_IsSentFromTheList_AndWhatWasBeingWrittenOutlivesThePage()
    {
        await using var talk = await TalkAsync();
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await phone.OpenAsync("/c/spring/ask");
        await phone.Page.RouteAsync("**/*handler=ask*", route => route.AbortAsync());
        await phone.Page.Locator("#title").FillAsync("May I stop for a while?");
        await phone.Page.Locator("#text").FillAsync("My mother is ill.");
        await phone.Page.ReloadAsync();
        Assert.Equal("My mother is ill.", await phone.Page.Locator("#text").InputValueAsync());
        await phone.Page.Locator("button.button:not(.plain)").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#waiting li")).ToHaveCountAsync(1);
        await phone.Page.UnrouteAllAsync();

        await phone.OpenAsync("/c/spring/discussion");

        await Assertions.Expect(phone.Page.Locator("#waiting")).ToContainTextAsync("is in the discussion now");
        Assert.Single(await talk.Pilot.Grains.PrivateDiscussion("spring").List());
    }

    [Fact]
    public async Task List_ShowsWhoIsInTheDiscussion_IfTheyLetOthersSee()
    {
        await using var talk = await TalkAsync();
        await talk.Pilot.Grains.Voice("spring", talk.Kenji.Learner).ShowPresence(true);
        await talk.Pilot.Grains.Voice("spring", talk.Amina.Learner).ShowPresence(false);
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await using var desk = await talk.OpenAsync(chromium, talk.Kenji, Screen.Desk);
        await phone.WatchAsync("/c/spring/discussion");
        await Assertions.Expect(phone.Page.Locator("#here")).ToBeHiddenAsync();

        await desk.WatchAsync(Address);
        talk.Pilot.Clock.Advance(TimeSpan.FromSeconds(5));

        await Assertions.Expect(phone.Page.Locator("#here")).ToContainTextAsync("Kenji");
        await Assertions.Expect(phone.Page.Locator("#here")).Not.ToContainTextAsync("Amina");
        await phone.LookAsync();
    }

    [Fact]
    public async Task NewPosts_WhenScrolledAway_AreCountedAndMoveNothing()
    {
        await using var talk = await TalkAsync();
        for (var number = 2; number <= 20; number++)
        {
            await talk.SayAsync(talk.Kenji, $"Post {number}. {string.Concat(Enumerable.Repeat("Some words. ", 20))}");
            talk.Pilot.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.Phone);
        await phone.WatchAsync($"{Address}?at=1");
        var before = await phone.Page.Locator("#p-3").BoundingBoxAsync();
        await talk.SayAsync(talk.Kenji, "And one more.");
        talk.Pilot.Clock.Advance(TimeSpan.FromSeconds(30));
        await talk.SayAsync(talk.Kenji, "And another.");

        await Assertions.Expect(phone.Page.Locator("#came")).ToHaveTextAsync("2 new posts");
        Assert.Equal(before!.Y, (await phone.Page.Locator("#p-3").BoundingBoxAsync())!.Y);
        await phone.Page.Locator("#came").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#p-21")).ToBeInViewportAsync();
        await phone.LookAsync();
    }

    [Fact]
    public async Task Talk_WithScriptOff_IsStartedAnsweredAndMarked()
    {
        await using var talk = await TalkAsync();
        await using var phone = await talk.OpenAsync(chromium, talk.Amina, Screen.SmallPhone, script: false);
        await using var desk = await talk.OpenAsync(chromium, talk.Kenji, Screen.Desk, script: false);

        await phone.OpenAsync("/c/spring/discussion");
        await phone.PressAsync(phone.Link("Who pays for the scans?"));
        await phone.Page.GetByLabel("What you want to say").FillAsync("The library paid **half**.");
        await phone.PressAsync(phone.Button("Preview"));
        await Assertions.Expect(phone.Page.Locator(".card strong")).ToHaveTextAsync("half");
        await phone.PressAsync(phone.Button("Reply"));
        await desk.OpenAsync(Address);
        await desk.PressAsync(desk.Page.Locator("#p-2").GetByRole(AriaRole.Button, new() { Name = "Same here" }));
        await desk.PressAsync(desk.Page.Locator("#p-2").GetByRole(AriaRole.Link, new() { Name = "More" }));
        await desk.PressAsync(desk.Button("This answers the question"));

        await Assertions.Expect(desk.Page.Locator("#p-2.answer [aria-pressed=true]")).ToContainTextAsync("Same here");
        await phone.OpenAsync("/c/spring/discussion");
        await Assertions.Expect(phone.Page.GetByText("answered")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Talk_InArabic_IsMirrored_AndKeepsTheDirectionOfWhatOthersWrote()
    {
        await using var talk = await TalkAsync();
        await using var phone = await talk.OpenAsync(chromium, await talk.Pilot.JoinAsync("salma", "spring", preferences: new("ar", "Africa/Cairo")), Screen.Phone);

        await phone.OpenAsync("/c/spring/discussion");
        await phone.OpenAsync(Address);

        Assert.Equal("rtl", await phone.Page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal("ltr", await phone.Page.Locator("#p-1 .post-body p").EvaluateAsync<string>("part => getComputedStyle(part).direction"));
        await Assertions.Expect(phone.Page.Locator("#p-1")).ToContainTextAsync("المزيد");
        await phone.OpenAsync("/c/spring/ask");
        await phone.OpenAsync("/c/spring/discussion/new?kind=question");
    }

    /// <summary>A cohort in its first week, and Kenji's question.</summary>
    private static async Task<TalkingCohort> TalkAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var (amina, kenji) = (await pilot.JoinAsync("amina", "spring"), await pilot.JoinAsync("kenji", "spring", preferences: new("en", "Asia/Tokyo")));
        pilot.Clock.JumpTo(pilot.Clock.Now.AddDays(8));
        var asked = await pilot.Grains.Voice("spring", kenji.Learner).Start(
            new(Thread, 1, "Who pays for the scans?", ThreadKind.Question, Audience.Cohort, new(Thread, "We have no budget. Is there one?")));
        Assert.True(asked.Accepted, asked.Code);
        return new(pilot, amina, kenji);
    }

    private sealed record TalkingCohort(TestPilot Pilot, Visitor Amina, Visitor Kenji) : IAsyncDisposable
    {
        public async Task<Device> OpenAsync(Chromium chromium, Visitor who, Screen screen, bool script = true)
        {
            var device = await chromium.OpenAsync(Pilot, screen, script);
            await device.SignInAsync(who, Pilot.Address);
            return device;
        }

        public async Task SayAsync(Visitor who, string text) =>
            Assert.True((await Pilot.Grains.Voice("spring", who.Learner).Post(Thread, new(Guid.CreateVersion7().ToString(), text))).Outcome.Accepted);

        public ValueTask DisposeAsync() => Pilot.DisposeAsync();
    }
}
