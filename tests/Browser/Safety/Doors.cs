using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Browser.Safety;

/// <summary>The doors that take a post: the API, and the form of a thread's page without script.</summary>
internal sealed class Doors(HttpClient api, Visitor typist, string cohort, string formToken) : IAsyncDisposable
{
    /// <summary>As many posts as one person may write without waiting.</summary>
    public const int AtOnce = 12;

    public static readonly TimeSpan Breath = TimeSpan.FromMinutes(2);

    /// <param name="program">Whose access token calls the API.</param>
    /// <param name="typist">Who fills in the form.</param>
    public static async Task<Doors> OpenAsync(TestPilot pilot, string cohort, Visitor program, Visitor typist)
    {
        var token = Secrets.Make();
        await pilot.Grains.Secret(Secrets.Hash(token)).Issue(new(SecretKind.AccessToken, program.Account!.NormalisedName, program.Learner, Cohort: null, ExpiresAt: null));
        var api = new HttpClient { BaseAddress = new(pilot.Address, $"/api/v1/cohorts/{cohort}/threads/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(api, typist, cohort, (await typist.GetAsync($"/c/{cohort}/discussion")).Value("__RequestVerificationToken")!);
    }

    /// <summary>Every character as it is, written as JSON can write any, also what is no character alone.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> PostAsync(string thread, string text)
    {
        var escaped = string.Concat(text.Select(unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")));
        using var body = new StringContent($$"""{"id":"{{Guid.CreateVersion7()}}","body":"{{escaped}}"}""", Encoding.UTF8, "application/json");
        using var answer = await api.PostAsync(new Uri($"{thread}/posts", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <returns>The status of the answer, which is a redirect if the post was taken.</returns>
    public async Task<int> TypeAsync(string thread, string text)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = Guid.CreateVersion7().ToString(), ["text"] = text, ["__RequestVerificationToken"] = formToken,
        });
        using var answer = await typist.Http.PostAsync(new Uri($"/c/{cohort}/discussion/{thread}?handler=reply", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync()
    {
        api.Dispose();
        return ValueTask.CompletedTask;
    }
}
