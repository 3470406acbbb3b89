using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;
using PageView = CohortCourses.Tests.Web.Pilot.PageView;

namespace CohortCourses.Tests.Web.Feedback;

/// <summary>Forms with nothing but pages: opened, answered, closed, shown.</summary>
public sealed class FormPagesTests : IAsyncLifetime
{
    private const string Forms = "/c/spring/forms";
    private const string Survey = "form.survey";

    private TestPilot pilot = null!;
    private Visitor ines = null!;
    private Visitor maya = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        maya = await pilot.JoinAsync("maya", "spring");
    }

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    [Fact]
    public async Task Form_OfTheCourse_IsOpened_WaitsOnTheHomePage_AndIsAnsweredOnce()
    {
        Assert.Contains("No form is open", (await maya.GetAsync(Forms)).Text, StringComparison.Ordinal);
        await OpenAsync("weekly-pulse");

        Assert.Contains("How was this week?", (await maya.GetAsync("/c/spring")).Text, StringComparison.Ordinal);
        var thanks = await maya.SubmitAsync($"{Forms}/weekly-pulse", Survey, ("q.clear", "3"), ("q.pace", "right"), ("q.change", "Less text."));

        Assert.Contains("nobody can tell that it is yours", thanks.Text, StringComparison.Ordinal);
        Assert.Null(thanks.Document.QuerySelector(Survey));
        Assert.DoesNotContain("How was this week?", (await maya.GetAsync("/c/spring")).Text, StringComparison.Ordinal);
        Assert.Contains("answered", (await maya.GetAsync(Forms)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatDoesNotFit_ComesBackWithWhatWasTyped_AndWhatToMend()
    {
        await OpenAsync("before");
        var page = await maya.SubmitAsync($"{Forms}/before", Survey, ("q.confidence.reasons", "4"), ("q.experience", "never"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("This question needs an answer.", page.Problems, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("[name='q.confidence.reasons'][value='4'][checked]"));
        Assert.NotNull(page.Document.QuerySelector("[name='q.experience'][value=never][checked]"));
        Assert.NotNull(page.Document.QuerySelector("a[href='#q.confidence']"));
        Assert.Equal("q.confidence-help q.confidence-error", page.Document.GetElementById("q.confidence")!.GetAttribute("aria-describedby"));
        Assert.False(await pilot.Grains.Form("spring", "before").HasAnswered(maya.Learner));
    }

    [Fact]
    public async Task ConfidentialAnswer_CanBeChanged_UntilTheFormCloses()
    {
        var (form, text) = await AskConfidentialAsync();
        await maya.SubmitAsync(form, Survey, (text, "First"));
        var again = await maya.GetAsync(form.Path);

        Assert.Equal("First", again.Value(text)!.Trim());
        await maya.SubmitAsync(again, Survey, (text, "Second"));
        Assert.Equal(["Second"], (await pilot.Grains.Form("spring", NameOf(form)).Standing(maya.Learner)).Mine!.Answers[text[2..]]);
        var stale = await maya.GetAsync(form.Path);
        pilot.Clock.Advance(TimeSpan.FromDays(8));
        var refused = await maya.SubmitAsync(stale, Survey, (text, "Too late"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("takes no more answers", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedForm_KeepsInThePageWhatWasTyped()
    {
        await OpenAsync("weekly-pulse");
        var page = await maya.GetAsync($"{Forms}/weekly-pulse");
        pilot.Clock.Advance(TimeSpan.FromDays(8));

        var refused = await maya.SubmitAsync(page, Survey, ("q.change", "Shorter videos, please."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Shorter videos, please.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_OfAnAnonymousForm_AreToldInGroupsOfFive_OnceItIsClosed_AndToEverybodyOnceTheyAreShown()
    {
        await OpenAsync("weekly-pulse");
        var page = $"{Forms}/weekly-pulse/results";
        foreach (var number in Enumerable.Range(1, 11))
        {
            await AnswerAsync($"person{number}", number <= 6 ? "right" : number <= 9 ? "too-much" : "too-little");
        }

        var results = await ines.GetAsync(page);
        Assert.Equal("11", results.Document.QuerySelector("[data-count]")!.TextContent);
        Assert.Contains("counted when you close the form", results.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about right", results.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync(page)).Status);
        await ines.SubmitAsync(page, "form[action*='handler=close']");
        results = await ines.GetAsync(page);
        Assert.Equal(
            ["too little or too much, 5, 45%", "about right, 6, 55%"],
            results.Document.QuerySelectorAll(".result:has(#r-pace) tr").Select(row => string.Join(", ", row.QuerySelectorAll("th, .n").Select(cell => cell.TextContent))).Where(row => !row.EndsWith(" 0%", StringComparison.Ordinal)));
        Assert.Contains("Nothing to add", results.Text, StringComparison.Ordinal);
        await ines.SubmitAsync(results, "form[action*='handler=show']");
        Assert.Equal(HttpStatusCode.OK, (await maya.GetAsync(page)).Status);
        Assert.DoesNotContain("Nothing to add", (await maya.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamedForm_ShowsInstructorsWhoAnsweredWhat_AndNobodyElse()
    {
        var asked = await AskAsync(("level", "named"));
        var form = asked.Path.Replace("/results", "", StringComparison.Ordinal);
        await maya.SubmitAsync(form, Survey, (QuestionIn(await maya.GetAsync(form)), "c2"));
        await ines.SubmitAsync($"{form}/results", "form[action*='handler=show']");

        Assert.Contains("Maya", (await ines.GetAsync($"{form}/results")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", (await maya.GetAsync($"{form}/results")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("question", " ", "Write the question.")]
    [InlineData("choices", "Only one", "Write 2 to 12 choices")]
    [InlineData("choices", "Same\nSame", "twice")]
    public async Task Question_ThatDoesNotFit_ComesBackAsItWasTyped(string field, string value, string problem)
    {
        var page = await AskAsync((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(problem, page.Problems, StringComparison.Ordinal);
        Assert.Equal(field == "choices" ? value.ReplaceLineEndings("\n") : "Tuesday\nThursday", page.Value("choices")!.Trim().ReplaceLineEndings("\n"));
        Assert.Empty(await pilot.Grains.Forms("spring").List());
    }

    [Fact]
    public async Task SameQuestion_AskedAgain_LinesUpWithItself()
    {
        await AskAsync();
        await AskAsync();

        var forms = await pilot.Grains.Forms("spring").List();
        Assert.Equal(2, forms.Length);
        Assert.Single(forms.Select(form => (form.Definition.Form, form.Definition.Questions[0].Id, form.Definition.Questions[0].Wording)).Distinct());
    }

    [Fact]
    public async Task ReadyQuestion_IsAskedInEveryLanguage_AndTheSheetAnswersItOnce()
    {
        var asked = await ines.SubmitAsync(Forms, "form:has(input[value=pace])");
        var form = asked.Path.Replace("/results", "", StringComparison.Ordinal);

        var panel = await maya.GetAsync($"{form}/panel");
        Assert.NotNull(panel.Document.QuerySelector("[data-panel] form"));
        Assert.Equal(["ar", "en", "fr"], (await pilot.Grains.Forms("spring").List())[0].Definition.Title.Keys);
        await maya.SubmitAsync(panel, Survey, (QuestionIn(panel), "2"));
        Assert.Equal(HttpStatusCode.NoContent, (await maya.GetAsync($"{form}/panel")).Status);
    }

    [Fact]
    public async Task Instructor_SeesTheFormAsParticipantsDo_AndCannotAnswer()
    {
        await OpenAsync("weekly-pulse");

        var page = await ines.GetAsync($"{Forms}/weekly-pulse");
        Assert.Contains("how participants see", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(Survey));
    }

    [Fact]
    public async Task ErasedPerson_TakesTheirAnswersAlong_AndIsGivenThemBefore()
    {
        var (form, text) = await AskConfidentialAsync();
        await maya.SubmitAsync(form, Survey, (text, "Only mine"));

        Assert.Contains("Only mine", (await maya.GetAsync("/me/export")).Html, StringComparison.Ordinal);
        await CohortCourses.Web.People.PersonalData.EraseAsync(pilot.Grains, maya.Account!);
        Assert.Equal(0, (await pilot.Grains.Form("spring", NameOf(form)).Results()).Responses);
    }

    private async Task AnswerAsync(string name, string pace)
    {
        var visitor = await pilot.JoinAsync(name, "spring");
        await visitor.SubmitAsync($"{Forms}/weekly-pulse", Survey, ("q.pace", pace), ("q.change", "Nothing to add"));
    }

    private async Task OpenAsync(string form)
    {
        var page = await ines.SubmitAsync(Forms, "form[action*='handler=open']", ("form", form), ("week", ""));
        Assert.Equal($"{Forms}/{form}/results", page.Path);
    }

    /// <summary>A question that is answered in words, as Maya sees it, and the name of its field.</summary>
    private async Task<(PageView Form, string Field)> AskConfidentialAsync()
    {
        var asked = await AskAsync(("level", "confidential"), ("kind", "long"));
        var form = await maya.GetAsync(asked.Path.Replace("/results", "", StringComparison.Ordinal));
        return (form, QuestionIn(form));
    }

    private static string NameOf(PageView form) => form.Path.Split('/')[^1];

    private Task<PageView> AskAsync(params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] usual = [("question", "When shall we call?"), ("kind", "one"), ("choices", "Tuesday\nThursday"), ("level", "anonymous")];
        return ines.SubmitAsync(Forms, "form:has([name=question])", [.. usual.Where(field => fields.All(given => given.Name != field.Name)), .. fields]);
    }

    private static string QuestionIn(PageView page) => page.Document.QuerySelector("fieldset.question")!.Id!;
}
