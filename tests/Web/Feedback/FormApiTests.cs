using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Feedback;

/// <summary>Programs open forms and answer them under the rules of the pages.</summary>
public sealed class FormApiTests : IAsyncLifetime
{
    private const string Forms = "cohorts/spring/forms";

    private TestPilot pilot = null!;
    private ApiClient ines = null!;
    private ApiClient maya = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        ines = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor));
        maya = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("maya", "spring"));
    }

    public async ValueTask DisposeAsync()
    {
        ines.Dispose();
        maya.Dispose();
        await pilot.DisposeAsync();
    }

    [Fact]
    public async Task Form_OpenedTwice_IsOne_AndAnsweredTwiceIsOne()
    {
        var request = new { id = Guid.CreateVersion7(), form = "weekly-pulse", week = 1, closesAt = pilot.Clock.Now.AddDays(3) };
        var opened = await ines.PostAsync(Forms, request);
        var again = await ines.PostAsync(Forms, request);

        Assert.Equal((201, 200, $"/api/v1/{Forms}/weekly-pulse-w1"), (opened.Status, again.Status, opened.Location));
        Assert.Equal(opened.Body, again.Body);
        Assert.Equal("weekly-pulse-w1", (await maya.GetAsync(Forms))["items"][0].GetProperty("id").GetString());
        var answer = new { ballot = Guid.NewGuid(), answers = new Dictionary<string, string[]> { ["pace"] = ["right"] } };
        Assert.Equal(204, (await maya.PutAsync($"{Forms}/weekly-pulse-w1/response", answer)).Status);
        Assert.Equal(204, (await maya.PutAsync($"{Forms}/weekly-pulse-w1/response", answer)).Status);
        Assert.Equal("feedback.answered", (await maya.PutAsync($"{Forms}/weekly-pulse-w1/response", new { ballot = Guid.NewGuid(), answer.answers })).Code(409));
        Assert.True((await maya.GetAsync($"{Forms}/weekly-pulse-w1"))["answered"].GetBoolean());
        Assert.Equal(1, (await ines.GetAsync($"{Forms}/weekly-pulse-w1/results"))["responses"].GetInt32());
        Assert.Equal("feedback.unknown", (await maya.GetAsync($"{Forms}/weekly-pulse-w1/results")).Code(404));
    }

    [Fact]
    public async Task Answer_ThatDoesNotFit_IsRefusedByQuestion()
    {
        await OpenAsync(new { text = "When?", kind = "one", choices = new[] { "Tuesday", "Thursday" }, level = "confidential" });
        var form = (await maya.GetAsync(Forms))["items"][0];
        var (name, question) = (form.GetProperty("id").GetString(), form.GetProperty("definition").GetProperty("questions")[0].GetProperty("id").GetString()!);

        var refused = await maya.PutAsync($"{Forms}/{name}/response", new { ballot = Guid.NewGuid(), answers = new Dictionary<string, string[]> { [question] = ["c3"], ["other"] = ["x"] } });

        Assert.Equal("request.invalid", refused.Code(422));
        Assert.Equal([$"answers.{question}", "answers.other"], refused["errors"].EnumerateObject().Select(error => error.Name).OrderDescending(StringComparer.Ordinal));
        Assert.Equal("request.invalid", (await maya.PutAsync($"{Forms}/{name}/response", new { })).Code(422));
        Assert.Equal("feedback.unknown", (await maya.PutAsync($"{Forms}/none/response", new { ballot = Guid.NewGuid(), answers = new { } })).Code(404));
    }

    [Fact]
    public async Task Form_ThatWontDo_IsRefusedByField()
    {
        Assert.Equal("request.invalid", (await ines.PostAsync(Forms, new { id = Guid.NewGuid(), form = "none", closesAt = pilot.Clock.Now.AddDays(1) })).Code(422));
        Assert.Equal("request.invalid", (await ines.PostAsync(Forms, new { form = "before" })).Code(422));
        Assert.Equal("week.unknown", (await ines.PostAsync(Forms, new { id = Guid.NewGuid(), form = "before", week = 99, closesAt = pilot.Clock.Now.AddDays(1) })).Code(422));
        Assert.Equal("feedback.closing-time", (await ines.PostAsync(Forms, new { id = Guid.NewGuid(), form = "before", closesAt = pilot.Clock.Now.AddDays(-1) })).Code(422));
        Assert.Equal(0, (await ines.GetAsync(Forms))["items"].GetArrayLength());
    }

    private async Task OpenAsync(object question) =>
        Assert.Equal(201, (await ines.PostAsync(Forms, new { id = Guid.NewGuid(), question, closesAt = pilot.Clock.Now.AddDays(1) })).Status);
}
