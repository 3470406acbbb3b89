using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

/// <summary>Two evaluators code answers with pages and forms alone: sentences are ticked.</summary>
public sealed class CodingPagesTests : IAsyncLifetime
{
    private const string Home = "/c/spring/evaluate/coding";
    private const string Read = Home + "/read/mid/why";
    private const string Code = "#coding";

    private TestPilot pilot = null!;
    private Visitor eva = null!;
    private Visitor nils = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        eva = await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);
        nils = await pilot.JoinAsync("nils", "spring", CohortRole.Evaluator);
        var form = new FormDefinition("mid", FormKind.Mid, FormLevel.Confidential, "en", In("How is it going?"), null, 1, [new("why", QuestionKind.Long, In("What should we change?"), "0123456789ab") { Most = 500 }]);
        Assert.True((await pilot.Grains.Forms("spring").Open(new(Guid.CreateVersion7().ToString(), form, null, pilot.Clock.Now.AddDays(7), "ines"))).Outcome.Accepted);
        foreach (var number in Enumerable.Range(1, 6))
        {
            var learner = string.Create(CultureInfo.InvariantCulture, $"learner-{number}");
            Assert.True((await pilot.Grains.Learner(learner).Register(TestPilot.Preferences)).Accepted);
            Assert.True((await pilot.Grains.Learner(learner).Join(new("spring", $"Person {number}", CohortRole.Participant, null, Research: true))).Accepted);
            Assert.True((await pilot.Grains.Form("spring", "mid").Answer(new(learner, Guid.NewGuid().ToString(), "en", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
                .Add("why", [$"Too long for a phone. Said by {number}! النص طويل؟ نعم."])))).Outcome.Accepted);
        }
    }

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    [Fact]
    public async Task ASentence_IsTickedAndCodedWithANewCode_WhichIsThereForTheNextAnswer()
    {
        var list = await eva.GetAsync(Home);
        Assert.Contains("6 answers", list.Text, StringComparison.Ordinal);
        var page = await eva.GetAsync(Read);
        Assert.Equal(["0-21", "22-32", "33-43", "44-48"], page.Document.QuerySelectorAll("input[name=sentence]").Select(box => box.GetAttribute("value")));
        Assert.DoesNotContain("Person", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("learner-", page.Html, StringComparison.Ordinal);

        page = await eva.SubmitAsync(page, Code, ("sentence", "0-21"), ("sentence", "22-32"), ("name", "Too much text"), ("mayQuote", "true"));

        Assert.Equal([true, true], page.Document.QuerySelectorAll(".coded").Select(mark => mark.TextContent.StartsWith("Too long", StringComparison.Ordinal) || mark.TextContent.StartsWith("Said by", StringComparison.Ordinal)));
        Assert.Contains("1 of 6 read", page.Text, StringComparison.Ordinal);
        var next = await eva.GetAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("Too much text", next.Document.QuerySelector(".code-choice")!.TextContent.Trim());
        var passage = Assert.Single((await pilot.Grains.CodingDesk("spring").Passages(new("mid", "why", eva.Learner), eva.Learner))!.Value);
        Assert.Equal((0, 32, true), (passage.Start, passage.End, passage.MayQuote));
    }

    [Fact]
    public async Task Coding_WithNothingChosen_SaysSo_AndKeepsWhatWasTyped()
    {
        var page = await eva.SubmitAsync(await eva.GetAsync(Read), Code, ("name", "Too much text"));
        Assert.Equal((HttpStatusCode.Conflict, "Too much text"), (page.Status, page.Value("name")));
        Assert.Contains("Choose the words first", page.Problems, StringComparison.Ordinal);

        page = await eva.SubmitAsync(await eva.GetAsync(Read), Code, ("sentence", "0-21"));
        Assert.Contains("Give the code a name", page.Problems, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("input[value='0-21'][checked]"));
    }

    [Fact]
    public async Task TwoCoders_CompareOnceBothAreDone_AndSeeWhereTheyDiffer()
    {
        await ReadAllAsync(eva, answer => answer < 4);
        await ReadAllAsync(nils, answer => answer < 3);
        await eva.SubmitAsync(await eva.GetAsync(Read), "form[action*='handler=done']");
        Assert.Equal(HttpStatusCode.Conflict, (await nils.GetAsync($"{Home}/compare/mid/why?with={eva.Learner}")).Status);
        await nils.SubmitAsync(await nils.GetAsync(Read), "form[action*='handler=done']");

        var list = await eva.GetAsync(Home);
        var compare = await eva.GetAsync(list.Document.QuerySelector("a[href*='/compare/']")!.GetAttribute("href")!);

        Assert.Contains("0.67", compare.Document.QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 answer seen differently", compare.Text, StringComparison.Ordinal);
        Assert.Contains("Nils only", compare.Text, StringComparison.Ordinal);
        Assert.Contains("Themes", (await eva.GetAsync($"{Home}/themes?form=mid&question=why")).Text, StringComparison.Ordinal);
        Assert.Equal(Home, (await eva.GetAsync($"{Home}/themes?form=mid&question=none")).Path);
    }

    [Fact]
    public async Task Codes_AreMergedAndSplit_AndEveryPassageIsStillFound()
    {
        await ReadAllAsync(eva, _ => true);
        var book = await eva.SubmitAsync(await eva.GetAsync($"{Home}/codebook"), "aside form", ("name", "Length"), ("description", "How much there is to read."));
        var codes = await pilot.Grains.Codebook("spring").List();
        var (text, length) = (codes.Single(code => code.Name == "Too much text"), codes.Single(code => code.Name == "Length"));

        book = await eva.SubmitAsync(book, $"#code-{text.Id} form[action*='handler=merge']", ("into", length.Id));
        Assert.Equal(6, (await eva.GetAsync($"{Home}/codes/{length.Id}")).Document.QuerySelectorAll("main li blockquote").Length);
        book = await eva.SubmitAsync(book, "form[action*='handler=unmerge']");
        book = await eva.SubmitAsync(book, $"#code-{text.Id} form[action*='handler=split']", ("parts", "On a phone\nIn another language"));
        Assert.Equal(["On a phone", "In another language"], (await pilot.Grains.Codebook("spring").List()).Where(code => code.Parent == text.Id).Select(code => code.Name));

        var passages = await eva.GetAsync($"{Home}/codes/{text.Id}");
        Assert.Equal(6, passages.Document.QuerySelectorAll("main li blockquote").Length);
        passages = await eva.SubmitAsync(passages, "form[action*='handler=sort']");
        Assert.Equal(5, passages.Document.QuerySelectorAll("main li blockquote").Length);
    }

    [Fact]
    public async Task ACode_ThatSomebodyElseChanged_ShowsBoth_AndLosesNothing()
    {
        Assert.True((await pilot.Grains.Codebook("spring").Add("c", "eva", new("Pace"))).Accepted);
        var mine = await eva.GetAsync($"{Home}/codebook");
        Assert.True((await pilot.Grains.Codebook("spring").Edit("c", new("Speed"), seen: 1)).Accepted);

        var page = await eva.SubmitAsync(mine, "#code-c form[action*='handler=edit']", ("name", "Tempo"), ("description", "How fast."));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        var form = page.Document.QuerySelector("#code-c")!;
        Assert.Equal(("Tempo", "How fast."), (form.QuerySelector("input[name=name]")!.GetAttribute("value"), form.QuerySelector("textarea[name=description]")!.TextContent.Trim()));
        Assert.Contains("Speed", form.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        page = await eva.SubmitAsync(page, "#code-c form[action*='handler=edit']");
        Assert.Equal("Tempo", Assert.Single(await pilot.Grains.Codebook("spring").List()).Name);
    }

    [Fact]
    public async Task AFinding_RestsOnAQuoteAndAFigure_AsTheyStoodThen()
    {
        await ReadAllAsync(eva, _ => true);
        var page = await eva.SubmitAsync("/c/spring/evaluate/findings/new", "main form", ("statement", "It is long."));

        page = await eva.SubmitAsync(page, "form[action*='handler=quote']", ("passage", page.Document.QuerySelector("input[name=passage]")!.GetAttribute("value")!));
        page = await eva.SubmitAsync(page, "form[action*='handler=figure']", ("key", "joined"));

        Assert.Equal("Too long for a phone.", page.Document.QuerySelector(".evidence .quoted")!.TextContent);
        Assert.Contains("n 6", page.Document.QuerySelector(".evidence")!.TextContent, StringComparison.Ordinal);
        page = await eva.SubmitAsync(page, ".evidence form[action*='handler=drop']");
        Assert.Null(page.Document.QuerySelector(".evidence .quoted"));
    }

    /// <summary>Codes the first sentence of some answers, and says of the others that there is nothing to code.</summary>
    private static async Task ReadAllAsync(Visitor coder, Func<int, bool> codes)
    {
        var page = await coder.GetAsync(Read);
        for (var answer = 0; ; answer++)
        {
            var next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
            page = codes(answer)
                ? await coder.SubmitAsync(page, Code, ("sentence", "0-21"), ("name", "Too much text"), ("mayQuote", "true"))
                : await coder.PressAsync(page, "button[formaction*='handler=nothing']");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            if (next is null)
            {
                return;
            }

            page = await coder.GetAsync(next);
        }
    }

    private static ImmutableSortedDictionary<string, string> In(string english) => ImmutableSortedDictionary<string, string>.Empty.Add("en", english);
}
