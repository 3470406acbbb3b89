using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using CohortCourses.Contracts.People;
using Microsoft.Extensions.Primitives;

namespace CohortCourses.Tests.Web.Pilot;

/// <summary>Someone with a browser without script: keeps cookies, follows redirects, fills in forms.</summary>
public sealed class Visitor
{
    private const int MostRedirects = 8;

    private readonly TestPilot pilot;
    private readonly CookieContainer cookies = new();

    internal Visitor(TestPilot pilot, AccountRecord? account = null)
    {
        (this.pilot, Account) = (pilot, account);
        Http = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = pilot.Address };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>Whose browser it is, if the pilot signed it in.</summary>
    public AccountRecord? Account { get; }

    /// <summary>The learner behind it.</summary>
    public string Learner => Account?.Learner ?? throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>The bare client, with this browser's cookies; it follows no redirect.</summary>
    public HttpClient Http { get; }

    /// <summary>All cookies that this browser keeps.</summary>
    public IReadOnlyList<Cookie> CookiesOf(Uri address) => [.. cookies.GetCookies(address).Cast<Cookie>()];

    public string? Cookie(string name) => cookies.GetCookies(pilot.Address)[name]?.Value;

    /// <summary>Puts a cookie into this browser, in place of what it keeps under that name.</summary>
    public void Plant(string name, string value) => cookies.Add(pilot.Address, new Cookie(name, value, "/"));

    public Task<PageView> GetAsync(string path) => SendAsync(() => new(HttpMethod.Get, path));

    /// <summary>Posts fields as they are, without a form: what a page would add is missing.</summary>
    public Task<PageView> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(() => new(HttpMethod.Post, path) { Content = Encode(fields) });

    /// <summary>Fills in a form of a page and sends it. A field that the form lacks fails the test.</summary>
    /// <param name="form">A selector, such as <c>form[action='/sign-out']</c>.</param>
    public Task<PageView> SubmitAsync(PageView page, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{page.Path} ({page.Status}) has no {form}:\n{page.Html}");
        var filled = Form.Fill(found, fields);
        var target = new Uri(new Uri(pilot.Address, page.Path), filled.Action);
        return string.Equals(filled.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? SendAsync(() => new(HttpMethod.Post, target) { Content = Encode(filled.Fields) })
            : SendAsync(() => new(HttpMethod.Get, new Uri(target, $"?{string.Join('&', filled.Fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))}")));
    }

    /// <summary>Opens a page and sends a form of it.</summary>
    public async Task<PageView> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await GetAsync(path), form, fields);

    internal void Keep(StringValues setCookies)
    {
        foreach (var cookie in setCookies)
        {
            cookies.SetCookies(pilot.Address, cookie!);
        }
    }

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<PageView> SendAsync(Func<HttpRequestMessage> first)
    {
        var request = first();
        for (var redirects = 0; ; redirects++)
        {
            using var sent = request;
            using var response = await Http.SendAsync(sent, TestContext.Current.CancellationToken);
            var path = new Uri(pilot.Address, sent.RequestUri!).PathAndQuery;
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            pilot.Note(new(Account, path, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body + response.Headers.Location));
            if (response.Headers.Location is not { } location || (int)response.StatusCode / 100 != 3)
            {
                return new(path, response.StatusCode, response.Headers, response.Content.Headers, body);
            }

            Assert.True(redirects < MostRedirects, $"{path} leads round in circles.");
            request = new(HttpMethod.Get, new Uri(new Uri(pilot.Address, path), location));
        }
    }
}

/// <summary>What a browser shows after following redirects.</summary>
public sealed record PageView(string Path, HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Html)
{
    private IHtmlDocument? document;

    public IHtmlDocument Document => document ??= new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Html);

    /// <summary>What stands between the page's header and footer.</summary>
    public string Text => Document.QuerySelector("main")?.TextContent ?? Html;

    /// <summary>What the page says has to be mended.</summary>
    public string Problems => Document.QuerySelector(".validation-summary-errors")?.TextContent.Trim() ?? "";

    /// <summary>What stands in a field.</summary>
    public string? Value(string field) => Document.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "true" : "false",
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
