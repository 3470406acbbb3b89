using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.Api;

/// <summary>A program that calls the API with somebody's access token, or without one.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    private ApiClient(TestPilot pilot, string? token)
    {
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(pilot.Address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    public static ApiClient Anonymous(TestPilot pilot) => new(pilot, token: null);

    public static Task<ApiClient> OfAsync(TestPilot pilot, Visitor visitor) => OfAsync(pilot, visitor.Account!);

    public static async Task<ApiClient> OfAsync(TestPilot pilot, AccountRecord account)
    {
        var token = Secrets.Make();
        await pilot.Grains.Secret(Secrets.Hash(token)).Issue(new(SecretKind.AccessToken, account.NormalisedName, account.Learner, Cohort: null, ExpiresAt: null));
        return new(pilot, token);
    }

    public Task<ApiAnswer> GetAsync(string path, string? etag = null) => SendAsync(HttpMethod.Get, path, content: null, etag);

    public Task<ApiAnswer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<ApiAnswer> PostTextAsync(string path, string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, new MediaTypeHeaderValue(mediaType)));

    public Task<ApiAnswer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    public Task<ApiAnswer> PutAsync(string path) => SendAsync(HttpMethod.Put, path, content: null);

    public Task<ApiAnswer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<ApiAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, content: null);

    public void Dispose() => http.Dispose();

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, string? etag = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (etag is not null)
        {
            request.Headers.IfNoneMatch.ParseAdd(etag);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.Tag, response.Headers.Location?.OriginalString, body)
        {
            RetryAfter = response.Headers.RetryAfter?.Delta,
        };
    }
}

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(int Status, string? MediaType, string? ETag, string? Location, string Body)
{
    public TimeSpan? RetryAfter { get; init; }

    public JsonElement Json => JsonElement.Parse(Body);

    public JsonElement this[string property] => Json.GetProperty(property);

    /// <summary>Checks that this is a refusal with problem details, and gives the code.</summary>
    public string Code(int status)
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        Assert.Equal(status, this["status"].GetInt32());
        Assert.NotEmpty(this["title"].GetString()!);
        return this["code"].GetString()!;
    }
}
