using System.Net;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Storage;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Tests.Web.Mail;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

/// <summary>What identifies people stays in the vault: nobody else is ever shown it, and its own owner on their account pages alone.</summary>
public sealed class VaultScanTests
{
    private static readonly string[] DocumentsOfTheVault = ["account", "mailbox", "passphrase-link", "secret"];

    [Fact]
    public async Task EveryPageOfEveryRole_ShowsNothingOfTheVaultElsewhereThanOnOnesOwnPages()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var people = await PeopleAsync(pilot);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));
        await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.CreateVersion7().ToString(), people[0].Learner, "Welcome, all", "en"));

        foreach (var visitor in people.Append(pilot.Visit()))
        {
            await LookEverywhereAsync(pilot, visitor, people[^1].Learner);
        }

        var accounts = people.Select(person => person.Account!).ToList();
        Assert.Contains(pilot.Answers, answer => answer.Path == "/me" && answer.Body.Contains(answer.By!.Mail!, StringComparison.Ordinal));
        Assert.Empty(pilot.Answers.SelectMany(answer => LeaksOf(answer, accounts)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryDocumentOutsideTheVault_HoldsNothingOfIt()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var people = await PeopleAsync(pilot);
        foreach (var visitor in people.SkipLast(1))
        {
            await LookEverywhereAsync(pilot, visitor, people[^2].Learner);
        }

        var leaks = new List<string>();
        var documents = pilot.Services.GetRequiredService<IDocumentStore>();
        foreach (var kind in CohortCourses.Web.People.PersonalData.Registry.Select(document => document.Kind).Except(DocumentsOfTheVault))
        {
            await foreach (var document in documents.ListAsync(kind, TestContext.Current.CancellationToken))
            {
                var text = document.Key + Encoding.UTF8.GetString(document.Body.Span);
                leaks.AddRange(people.SelectMany(person => ValuesOf(person.Account!)).Where(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)).Select(value => $"{kind}/{document.Key}: {value}"));
            }
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public async Task EveryMail_SaysNothingOfTheVault_AndIsAddressedToNobodyElse()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var people = await PeopleAsync(pilot);
        foreach (var person in people)
        {
            await pilot.Services.GetRequiredService<MailAddresses>().AskAsync(person.Account!);
        }

        await pilot.RoundAsync();
        foreach (var person in people.SkipLast(1))
        {
            await pilot.ConfirmAsync(person, person.Account!.Mail!);
            await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.CreateVersion7().ToString(), person.Learner, "Welcome, all", "en"));
        }

        pilot.Clock.JumpTo(TestPilot.Start.AddDays(7));
        await pilot.RoundAsync();

        var mails = pilot.Written().Values.ToList();
        Assert.Equal(people.Select(person => person.Account!.Mail).Concat(people.SkipLast(1).Select(person => person.Account!.Mail)).Order(), mails.Select(mail => mail.To).Order());
        Assert.Contains(mails, mail => mail.Text.Contains("Bird 0", StringComparison.Ordinal));
        var values = people.SelectMany(person => ValuesOf(person.Account!)).ToList();
        Assert.Empty(mails.SelectMany(mail => values.Where(value => $"{mail.Subject} {mail.Text} {mail.Html}".Contains(value, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>One of each role, the organiser last. Nobody's handle says anything of their sign-in name.</summary>
    private static async Task<IReadOnlyList<Visitor>> PeopleAsync(TestPilot pilot)
    {
        var people = new List<Visitor>();
        foreach (var (role, number) in Enum.GetValues<CohortRole>().Select((role, number) => (role, number)))
        {
            var account = await pilot.AccountAsync($"vault.name.{number}", mail: $"vault.mail.{number}@example.org");
            Assert.True((await pilot.Grains.Learner(account.Learner).Join(new("spring", $"Bird {number}", role, null))).Accepted);
            people.Add(await pilot.SignInAsync(account));
        }

        var organiser = await pilot.AccountAsync("vault.name.organiser", organiser: true, mail: "vault.mail.organiser@example.org");
        Assert.True((await pilot.Grains.Catalog().AppointOrganiser(organiser.Learner)).Accepted);
        people.Add(await pilot.SignInAsync(organiser));
        return people;
    }

    private static async Task LookEverywhereAsync(TestPilot pilot, Visitor visitor, string learner)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cohort"] = "spring",
            ["course"] = "building-partnerships",
            ["learner"] = learner,
            ["token"] = await pilot.InviteAsync("spring"),
        };
        foreach (var row in PilotServer.Policies.Rows.Where(row => row.Method == "GET"))
        {
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await visitor.GetAsync(Routes.Fill(row.Route, values))).Status);
        }

        if (visitor.Account is { IsOrganiser: false })
        {
            var made = await visitor.SubmitAsync("/c/spring/me", "form[action$='handler=calendar']");
            await visitor.GetAsync(new Uri(made.Value("link")!).PathAndQuery);
            await visitor.SubmitAsync("/c/spring/me", "form[action*='rename']", ("handle", "Bird 0"));
            await visitor.SubmitAsync("/me", "main form:not([action])", ("zone", "Mars/Olympus"));
        }
    }

    private static IEnumerable<string> LeaksOf(Answer answer, IReadOnlyList<AccountRecord> accounts) =>
        from account in accounts
        where account.Learner != answer.By?.Learner || !IsOwnPage(answer.Path)
        from value in ValuesOf(account)
        where answer.Body.Contains(value, StringComparison.OrdinalIgnoreCase) || answer.Path.Contains(value, StringComparison.OrdinalIgnoreCase)
        select $"{answer.Path} shown to {answer.By?.SignInName ?? "nobody"}: {value}";

    private static bool IsOwnPage(string path) => path == "/me" || path.StartsWith("/me/", StringComparison.Ordinal) || path.StartsWith("/me?", StringComparison.Ordinal);

    private static IEnumerable<string> ValuesOf(AccountRecord account) => [account.SignInName, account.Mail!];
}
