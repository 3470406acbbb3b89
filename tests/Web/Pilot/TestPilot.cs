using System.Collections.Concurrent;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Catalog;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.People;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using CohortCourses.Web.Mail;
using CohortCourses.Web.People;
using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Pilot;

/// <summary>
/// The real server on a port of its own, on real content and a data folder of its own, with a clock that stands still until it is moved.
/// Each test starts one, so that none waits for another's clock.
/// </summary>
public sealed class TestPilot : IAsyncDisposable
{
    /// <summary>A Monday, in the morning.</summary>
    public static readonly DateTimeOffset Start = new(2027, 2, 1, 6, 0, 0, TimeSpan.Zero);

    public static readonly PreferencesView Preferences = new("en", "Africa/Nairobi");

    private readonly ConcurrentQueue<Answer> answers = new();
    private readonly DirectoryInfo home;
    private readonly string? content;
    private readonly MailOptions mail;
    private WebApplication app;

    private TestPilot(WebApplication app, SteerableClock clock, DirectoryInfo home, string? content, MailOptions mail)
    {
        (this.app, this.home, this.content, this.mail) = (app, home, content, mail);
        Clock = clock;
    }

    public SteerableClock Clock { get; }

    public string Data => Path.Combine(home.FullName, "data");

    public IServiceProvider Services => app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Vault Vault => Services.GetRequiredService<Vault>();

    public Uri Address => new(app.Urls.First());

    /// <summary>Everything that anybody was answered, so that a test can look for what must never be in it.</summary>
    public IReadOnlyCollection<Answer> Answers => answers;

    /// <param name="content">The folder of courses; the repository's own if none is given.</param>
    /// <param name="mail">Which mail server to use; mail is written into the data folder if none is given.</param>
    public static async Task<TestPilot> StartAsync(DateTimeOffset? at = null, string? content = null, MailOptions? mail = null)
    {
        mail ??= new();
        var folder = Directory.CreateTempSubdirectory("cohort-courses-test-");
        var clock = SteerableClock.Frozen(at ?? Start);
        return new(await ServeAsync(Path.Combine(folder.FullName, "data"), clock, content, mail), clock, folder, content, mail);
    }

    /// <summary>Stops the server and starts another one on the same data.</summary>
    /// <param name="downFor">How much time passes in between.</param>
    /// <param name="meanwhile">What happens to the data while no server runs.</param>
    public async Task RestartAsync(TimeSpan downFor = default, Action? meanwhile = null)
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Clock.Advance(downFor);
        meanwhile?.Invoke();
        app = await ServeAsync(Data, Clock, content, mail);
    }

    /// <summary>Takes the storage away from under the running server.</summary>
    public void LoseStorage() => ((IDisposable)Services.GetRequiredService<IDocumentStore>()).Dispose();

    /// <summary>Someone with a browser who is not signed in.</summary>
    public Visitor Visit() => new(this);

    /// <summary>Makes an account, without a passphrase unless one is given.</summary>
    public async Task<AccountRecord> AccountAsync(string name, string? passphrase = null, bool organiser = false, string? mail = null, PreferencesView? preferences = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(name, passphrase, preferences ?? Preferences, organiser, mail);
        return made.Account ?? throw new InvalidOperationException(made.Outcome.Code);
    }

    /// <summary>Someone who is signed in and in a cohort, under their sign-in name with a capital.</summary>
    public async Task<Visitor> JoinAsync(
        string name, string cohort, CohortRole role = CohortRole.Participant, string? track = null, string? handle = null, string? passphrase = null, PreferencesView? preferences = null)
    {
        var account = await AccountAsync(name, passphrase, preferences: preferences);
        Accepted(await Grains.Learner(account.Learner).Join(new(cohort, handle ?? Capitalised(name), role, track)));
        return await SignInAsync(account);
    }

    /// <summary>The organiser, signed in.</summary>
    public async Task<Visitor> OrganiserAsync(string name = "omar", string? passphrase = null)
    {
        var account = await AccountAsync(name, passphrase, organiser: true);
        Accepted(await Grains.Catalog().AppointOrganiser(account.Learner));
        return await SignInAsync(account);
    }

    /// <summary>A browser in which an account is signed in, without going through the sign-in page.</summary>
    public async Task<Visitor> SignInAsync(AccountRecord account)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = Address.Scheme, Host = new(Address.Authority) } };
        await Accounts.SignInAs(context, account);
        var visitor = new Visitor(this, account);
        visitor.Keep(context.Response.Headers.SetCookie);
        return visitor;
    }

    /// <summary>Makes a cohort of a real course; its first week opens a week after the pilot's start unless a day is given.</summary>
    public async Task<string> CohortAsync(string slug, string course = "building-partnerships", DateOnly? firstDay = null, int seats = 50, string zone = "Africa/Nairobi")
    {
        var first = firstDay ?? DateOnly.FromDateTime(Clock.Now.AddDays(7).UtcDateTime);
        Accepted(await Grains.Cohort(slug).Create(new(course, Capitalised(slug), first, new(9, 0), zone, seats)));
        await Grains.Catalog().Add(new CatalogEntry(slug, course));
        return slug;
    }

    /// <summary>Makes an invitation.</summary>
    /// <returns>Its token, for <c>/join/{token}</c>.</returns>
    public async Task<string> InviteAsync(string cohort, CohortRole role = CohortRole.Participant, string? track = null, int uses = 1, TimeSpan? life = null)
    {
        var token = Secrets.Make();
        var expires = Clock.Now + (life ?? TimeSpan.FromDays(30));
        Accepted(await Grains.Invitation(Secrets.Hash(token)).Issue(new(Guid.NewGuid().ToString(), cohort, role, track, uses, expires)));
        Accepted(await Grains.InvitationBook(cohort).Note(Secrets.Hash(token), expires));
        return token;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Clock.Dispose();
        home.Delete(recursive: true);
    }

    internal void Note(Answer answer) => answers.Enqueue(answer);

    private static async Task<WebApplication> ServeAsync(string data, SteerableClock clock, string? content, MailOptions mail)
    {
        content ??= ContentFolder.Find() ?? throw new DirectoryNotFoundException("No folder content/ above the tests.");
        var server = PilotServer.Create(new() { Data = data, Content = content, Urls = "http://127.0.0.1:0", Mail = mail }, clock);
        await server.StartAsync();
        return server;
    }

    private static void Accepted(Outcome outcome) => Assert.True(outcome.Accepted, outcome.Code);

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>One answer of the server.</summary>
/// <param name="By">Who asked; null if nobody was signed in.</param>
public sealed record Answer(AccountRecord? By, string Path, int Status, string? ContentType, string Body);
