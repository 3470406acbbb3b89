using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Moderation;

/// <summary>The export verifies by what its first line says, without any code of ours.</summary>
public sealed class LogExportTests
{
    private static readonly string[] Parts = ["previous", "number", "act", "kind", "at", "case", "thread", "post", "value", "before", "reason", "undoes", "channel", "by", "about", "words"];

    [Fact]
    public async Task Export_VerifiesByItsOwnRecipe()
    {
        await using var bench = await Bench.StartAsync();
        await bench.ReportAsync();
        var ines = new ModeratorView(bench.Ines.Learner, Contracts.Cohorts.CohortRole.Instructor, false);
        var id = (await bench.Moderation.Waiting(ines))[0].Id;
        foreach (var act in new NewAct[]
        {
            new(Bench.NewId(), ActKind.Hide, id, Reason: ReportReason.Hostile, Words: "Kein »Du«, bitte — شكرًا"),
            new(Bench.NewId(), ActKind.Slow, Thread: bench.Thread, Number: 30),
            new(Bench.NewId(), ActKind.Mute, Person: bench.Lin.Learner, Until: bench.Pilot.Clock.Now.AddDays(3).AddTicks(5)),
        })
        {
            Assert.Null((await bench.Moderation.Act(act, ines)).Code);
        }

        await bench.Moderation.Erase(bench.Lin.Learner);
        var export = await bench.Omar.GetAsync("/c/spring/moderate/log/export");
        Assert.Equal("application/jsonl", export.ContentHeaders.ContentType?.MediaType);
        var lines = export.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(3, lines[0].GetProperty("entries").GetInt32());
        Assert.Contains("SHA-256", lines[0].GetProperty("verify").GetString(), StringComparison.Ordinal);

        var previous = new string('0', 64);
        foreach (var line in lines.Skip(1))
        {
            Assert.Equal(previous, line.GetProperty("previous").GetString());
            previous = Hash(string.Concat(Parts.Select(name => Value(line, name) is var value ? $"{name}:{Encoding.UTF8.GetByteCount(value)}:{value}\n" : "")));
            Assert.Equal(previous, line.GetProperty("hash").GetString());
            foreach (var said in new[] { "by", "about", "words" }.Where(name => line.TryGetProperty(name, out var part) && part.TryGetProperty("salt", out _)).Select(line.GetProperty))
            {
                Assert.Equal(said.GetProperty("hash").GetString(), Hash($"{said.GetProperty("salt").GetString()}:{said.GetProperty("value").GetString()}"));
            }
        }

        Assert.Equal(previous, lines[0].GetProperty("end").GetString());
        Assert.DoesNotContain(bench.Lin.Learner, export.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IsForTheOrganiser()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await bench.Ines.GetAsync("/c/spring/moderate/log/export")).Status);
        Assert.Contains("The chain holds", (await bench.Omar.GetAsync("/c/spring/moderate/log")).Text, StringComparison.Ordinal);
    }

    private static string Value(JsonElement line, string name) => !line.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt32().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Object => value.GetProperty("hash").GetString()!,
        _ => value.GetString()!,
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
