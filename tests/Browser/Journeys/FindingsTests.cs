using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Browser.Pilot;
using Microsoft.Playwright;

namespace CohortCourses.Tests.Browser.Journeys;

/// <summary>From what people wrote to what the next phase does about it.</summary>
public sealed class FindingsTests(Chromium chromium)
{
    private const string Coding = "/c/spring/evaluate/coding";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Evaluators_Code_Compare_WriteAFinding_AndWhoRunsTheNextPhaseMeetsIt(bool script)
    {
        await using var pilot = await TestPilot.StartAsync();
        await AnswersAsync(pilot);
        await using var eva = await chromium.OpenAsync(pilot, Screen.Desk, script);
        await eva.SignInAsync(await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator), pilot.Address);
        await using var nils = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await nils.SignInAsync(await pilot.JoinAsync("nils", "spring", CohortRole.Evaluator), pilot.Address);

        foreach (var coder in new[] { eva, nils })
        {
            await coder.OpenAsync($"{Coding}/read/mid/why");
            await ChooseAsync(coder, script);
            await coder.Page.GetByLabel("Or a new code").FillAsync("Too much text");
            await coder.Page.GetByLabel("These words may be quoted").CheckAsync();
            await coder.PressAsync(coder.Button("Code it"));
            await Assertions.Expect(coder.Page.Locator(".coded").First).ToHaveTextAsync("Too long for a phone.");
            await coder.PressAsync(coder.Link("Next"));
            await coder.PressAsync(coder.Button("Nothing to code here"));
            await coder.PressAsync(coder.Button("I am done"));
        }

        await eva.OpenAsync(Coding);
        await eva.PressAsync(eva.Link("Compare with Nils"));
        await Assertions.Expect(eva.Page.Locator(".big")).ToContainTextAsync("1.00");

        await eva.OpenAsync("/c/spring/evaluate/findings");
        await eva.PressAsync(eva.Link("Write a finding"));
        await eva.Page.GetByLabel("What you found").FillAsync("Week 3 is too long for phones.");
        await eva.Page.GetByLabel("What to do about it").FillAsync("Split part 2 in two.");
        await eva.Page.GetByLabel("Where it belongs").SelectOptionAsync("week:3");
        await eva.PressAsync(eva.Button("Keep it"));
        await eva.Page.GetByText("Add a quote").ClickAsync();
        await eva.Page.GetByLabel("Too long for a phone.").CheckAsync();
        await eva.PressAsync(eva.Page.Locator("form[action*='quote']").GetByRole(AriaRole.Button));
        await eva.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Everybody who wrote said so.");
        await eva.PressAsync(eva.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }));

        await using var omar = await chromium.OpenAsync(pilot, Screen.Desk, script);
        await omar.SignInAsync(await pilot.OrganiserAsync(), pilot.Address);
        await omar.OpenAsync("/c/spring/evaluate/plan");
        await omar.PressAsync(omar.Link("Create the next phase"));
        await omar.Page.GetByLabel("Name").FillAsync("Autumn");
        await omar.Page.GetByLabel("Address").FillAsync("autumn");
        await omar.Page.GetByLabel("First day").FillAsync("2027-09-06");
        await omar.PressAsync(omar.Button("Create the cohort"));
        await Assertions.Expect(omar.Page.GetByText("0 of 1 acted on")).ToBeVisibleAsync();

        await using var ines = await chromium.OpenAsync(pilot, Screen.Phone, script);
        await ines.SignInAsync(await pilot.JoinAsync("ines", "autumn", CohortRole.Instructor), pilot.Address);
        await ines.OpenAsync("/c/autumn/week/3");
        await Assertions.Expect(ines.Page.Locator(".recommended")).ToContainTextAsync("Split part 2 in two.");
        await ines.PressAsync(ines.Link("See the whole plan, with reasons"));
        await ines.Page.GetByText("Tick it off").ClickAsync();
        await ines.Page.GetByLabel("What was done").FillAsync("Two parts of ten minutes.");
        await ines.PressAsync(ines.Button("It is done"));
        await Assertions.Expect(ines.Page.GetByText("1 of 1 acted on")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", 320)]
    [InlineData("ar", 360)]
    public async Task EveryPageOfFindingsAndCoding_FitsAndIsAccessible(string language, int width)
    {
        await using var pilot = await TestPilot.StartAsync();
        await AnswersAsync(pilot);
        await pilot.CohortAsync("autumn");
        var id = await FindingAsync(pilot);
        var code = Guid.CreateVersion7().ToString();
        Assert.True((await pilot.Grains.Codebook("spring").Add(code, "eva", new("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "When to use it."))).Accepted);
        var account = await pilot.AccountAsync("leila", organiser: true, preferences: new(language, "Africa/Cairo"));
        var text = (await pilot.Grains.CodingDesk("spring").Texts("mid", "why"))[0];
        foreach (var coder in new[] { account.Learner, "nils" })
        {
            Assert.True((await pilot.Grains.CodingDesk("spring").Code(new("mid", "why", coder), new(Guid.NewGuid().ToString(), text.Key, code, 0, 8, MayQuote: true))).Accepted);
            Assert.True((await pilot.Grains.CodingDesk("spring").SayDone(new("mid", "why", coder))).Accepted);
        }

        await using var device = await chromium.OpenAsync(pilot, new(width, 800));
        await device.SignInAsync(await pilot.SignInAsync(account), pilot.Address);
        string[] pages =
        [
            "/c/spring/evaluate/findings", "/c/spring/evaluate/findings/new", $"/c/spring/evaluate/findings/{id}", "/c/spring/evaluate/plan", "/c/autumn/evaluate/plan", "/c/autumn/changed",
            "/c/autumn/manage/recommendations", "/c/autumn/manage/schedule", "/c/autumn/week/3", "/organise/new?from=spring",
            Coding, $"{Coding}/codebook", $"{Coding}/read/mid/why", $"{Coding}/codes/{code}", $"{Coding}/compare/mid/why?with=nils", $"{Coding}/themes?form=mid&question=why",
        ];
        foreach (var page in pages)
        {
            await device.OpenAsync(page);
        }
    }

    /// <summary>Selects words with a pointer where there is a script, else ticks their sentence.</summary>
    private static async Task ChooseAsync(Device coder, bool script)
    {
        if (!script)
        {
            await coder.Page.GetByLabel("Too long for a phone.").CheckAsync();
            return;
        }

        await coder.Page.EvaluateAsync("() => document.getSelection().selectAllChildren(document.querySelector('#text [data-start=\"0\"]'))");
        await Assertions.Expect(coder.Page.Locator(".chosen")).ToContainTextAsync("Chosen: Too long for a phone.");
    }

    /// <summary>A cohort that two people answered in words.</summary>
    private static async Task AnswersAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        var form = new FormDefinition("mid", FormKind.Mid, FormLevel.Confidential, "en", In("How is it going?"), null, 1, [new("why", QuestionKind.Long, In("What should we change?"), "0123456789ab") { Most = 500 }]);
        Assert.True((await pilot.Grains.Forms("spring").Open(new(Guid.CreateVersion7().ToString(), form, null, pilot.Clock.Now.AddDays(7), "ines"))).Outcome.Accepted);
        foreach (var number in Enumerable.Range(1, 2))
        {
            var learner = string.Create(CultureInfo.InvariantCulture, $"learner-{number}");
            Assert.True((await pilot.Grains.Learner(learner).Register(TestPilot.Preferences)).Accepted);
            Assert.True((await pilot.Grains.Learner(learner).Join(new("spring", $"Person {number}", CohortRole.Participant, null, Research: true))).Accepted);
            Assert.True((await pilot.Grains.Form("spring", "mid").Answer(new(learner, Guid.NewGuid().ToString(), "en", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
                .Add("why", ["Too long for a phone. النص طويل جدًا؟ Please split it."])))).Outcome.Accepted);
        }
    }

    /// <summary>An accepted finding with evidence, handed to the autumn and followed there.</summary>
    private static async Task<string> FindingAsync(TestPilot pilot)
    {
        var id = Guid.CreateVersion7().ToString();
        var finding = pilot.Grains.Finding("spring", id);
        Assert.True((await pilot.Grains.Findings("spring").Write(id, "eva", new("Week 3 is too long for phones.", "Split part 2 in two.", new(AimKind.Week, 3)))).Accepted);
        Assert.True((await finding.Add(new("e1", new("stays/3", "Still there after week 3", 0.84, FigureUnit.Share, 67, 0.74, 0.91, pilot.Clock.Now), null))).Accepted);
        Assert.True((await finding.Add(new("e2", null, new("p-abcdefghij", "النص طويل جدًا؟")))).Accepted);
        Assert.True((await finding.Tell([new("en", "It is long.", "We split it.")], seen: 3)).Accepted);
        Assert.True((await finding.Decide(Verdict.Accepted, "omar", "Said by many.", seen: 4)).Accepted);
        Assert.True((await pilot.Grains.Phase("autumn").Begin("spring", "omar", [new("stays/3", "Still there after week 3", 0.84, FigureUnit.Share, 67, 0.74, 0.91, pilot.Clock.Now)])).Accepted);
        Assert.True((await pilot.Grains.Phase("autumn").Tick(id, "ines", "Two parts of ten minutes.")).Accepted);
        return id;
    }

    private static ImmutableSortedDictionary<string, string> In(string english) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english);
}
