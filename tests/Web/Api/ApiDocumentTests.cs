using System.Text.Json;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Api;

/// <summary>The document is a contract: whoever changes it sees that in the approved file.</summary>
public sealed class ApiDocumentTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Document_IsTheApprovedOne()
    {
        var approved = Approved("openapi.v1.json");
        var served = JsonSerializer.Serialize(await ReadAsync(), Indented) + "\n";
        if (Environment.GetEnvironmentVariable("RENEW_APPROVED") == "1")
        {
            await File.WriteAllTextAsync(approved, served, TestContext.Current.CancellationToken);
        }

        Assert.True(
            served == await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken),
            $"The API's document changed. Look at the change; if it is wanted, run this test once with RENEW_APPROVED=1 and commit {approved}.");
    }

    [Fact]
    public async Task Document_DescribesEveryOperationParameterAndRefusal()
    {
        var document = await ReadAsync();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var named = System.Text.RegularExpressions.Regex.Count(path.Name, "{", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
            foreach (var operation in path.Value.EnumerateObject())
            {
                var what = $"{operation.Name} {path.Name}";
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{what} has no summary");
                var parameters = operation.Value.TryGetProperty("parameters", out var some) ? some.EnumerateArray().ToList() : [];
                Assert.Equal(named, parameters.Count(parameter => parameter.GetProperty("in").GetString() == "path"));
                Assert.All(parameters, parameter => Assert.True(parameter.TryGetProperty("description", out _), $"{what}: {parameter} has no description"));
                Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), response => response.Name[0] == '2');
                Assert.All(
                    operation.Value.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '4'),
                    response => Assert.True(response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{what}: {response.Name}"));
            }
        }
    }

    private static async Task<JsonElement> ReadAsync()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var http = new HttpClient { BaseAddress = pilot.Address };
        return JsonElement.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
    }

    private static string Approved(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CohortCourses.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "Web", "Api", "approved", name);
            }
        }

        throw new DirectoryNotFoundException("The tests are not inside the repository.");
    }
}
