using System.Text.Json;

namespace CohortCourses.Tests.Web.Evaluation.Exports;

/// <summary>Who stands in rows, under which keys, and what the rows say.</summary>
public sealed class ExportRowsTests
{
    [Fact]
    public async Task Rows_AreOfThoseWhoAgreed_UnderKeysOfTheLabel_AndNameNobody()
    {
        await using var study = await Study.StartAsync();

        var people = await study.RowsAsync("completion");

        // Two did not agree: three others are left out with them, so that totals less rows speak of five.
        Assert.Equal(11, people.Count);
        Assert.All(people, person => Assert.Matches(@"\Ap-[a-z2-7]{10}\z", person.GetProperty("study_key").GetString()));
        Assert.Equal(people.Select(Key).Order(StringComparer.Ordinal), people.Select(Key));
        Assert.DoesNotContain(await study.KeyOf("nora"), people.Select(Key));
        Assert.Empty((await study.RowsAsync("completion", "other")).Select(Key).Intersect(people.Select(Key)));
        foreach (var table in new[] { "completion", "progress", "responses", "participation", "coded-segments" })
        {
            var text = JsonSerializer.Serialize(await study.RowsAsync(table));
            Assert.DoesNotContain("Handle of", text, StringComparison.Ordinal);
            Assert.DoesNotContain("yes-", text.Replace("Text of yes-", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(Study.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(study.Eva.Learner, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Responses_SayEachThingThatWasAnswered_WithItsDayAndLanguage()
    {
        await using var study = await Study.StartAsync();
        var key = (await study.RowsAsync("responses")).First(row => row.GetProperty("opened_form").GetString() == "weekly-pulse-w1").GetProperty("respondent").GetString();

        var rows = (await study.RowsAsync("responses")).Where(row => row.GetProperty("respondent").GetString() == key).ToList();

        Assert.Equal(
            ["load||4|4", "pace||right|", "topics|people|1|1", "topics|tools|1|1"],
            rows.Where(row => row.GetProperty("question").GetString() != "why")
                .Select(row => $"{row.GetProperty("question").GetString()}|{row.GetProperty("item").GetString()}|{row.GetProperty("value").GetString()}|{row.GetProperty("number")}").Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("2027-02-02", row.GetProperty("answered_on").GetString()));
        Assert.All(rows, row => Assert.Contains(row.GetProperty("answer_language").GetString(), new[] { "fr", "ar" }));
    }

    [Fact]
    public async Task AnonymousAnswers_StandUnderKeysOfTheirOwn_WithoutDayOrLanguage()
    {
        await using var study = await Study.StartAsync();
        var people = (await study.RowsAsync("completion")).Select(Key).ToHashSet();

        var rows = (await study.RowsAsync("responses")).Where(row => row.GetProperty("opened_form").GetString() == "exit-w1").ToList();

        Assert.Equal(16, rows.Select(row => row.GetProperty("respondent").GetString()).Distinct().Count());
        Assert.All(rows, row => Assert.DoesNotContain(row.GetProperty("respondent").GetString()!, people));
        Assert.All(rows, row => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (row.GetProperty("answered_on").ValueKind, row.GetProperty("answer_language").ValueKind)));
    }

    [Fact]
    public async Task CodedSegments_HaveTheirWords_OfThoseWhoAgreed_UnderTheKeyOfTheExport()
    {
        await using var study = await Study.StartAsync();

        var rows = await study.RowsAsync("coded-segments");

        var inRows = (await study.RowsAsync("completion")).Select(Key).Contains(await study.KeyOf("yes-3"));
        Assert.Equal(inRows ? 1 : 0, rows.Count);
        Assert.All(rows, row => Assert.Equal("👩‍🔬", row.GetProperty("words").GetString()));
        Assert.All(rows, row => Assert.Equal("Time", row.GetProperty("code_name").GetString()));
    }

    [Fact]
    public async Task Questions_AreTheCodebook_InTheReadersLanguage()
    {
        await using var study = await Study.StartAsync();

        var rows = await study.RowsAsync("questions");

        Assert.Contains(rows, row => row.GetProperty("question").GetString() == "pace" && row.GetProperty("item").GetString() == "fast" && row.GetProperty("item_text").GetString() == "Fast");
        Assert.Contains(rows, row => row.GetProperty("question").GetString() == "load" && row.GetProperty("item").GetString() == "5" && row.GetProperty("most").GetInt32() == 5);
        Assert.Single(rows, row => row.GetProperty("question").GetString() == "why" && row.GetProperty("opened_form").GetString() == "exit-w1");
    }

    [Fact]
    public async Task Formulas_AreDefusedInCsv_AndSaidAsTheyAreInJson()
    {
        await using var study = await Study.StartAsync();
        var csv = System.Text.Encoding.UTF8.GetString(await study.BytesAsync("responses.csv"));
        var json = await study.RowsAsync("responses");

        var isThere = json.Any(row => row.GetProperty("value").GetString() == Study.Formula);
        Assert.Equal(isThere, csv.Contains("\"'=HYPERLINK(", StringComparison.Ordinal));
        Assert.DoesNotContain("\"=HYPERLINK(", csv, StringComparison.Ordinal);
    }

    private static string Key(JsonElement row) => row.GetProperty("study_key").GetString()!;
}
