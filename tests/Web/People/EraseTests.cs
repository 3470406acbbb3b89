using System.Net;
using System.Text;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Storage;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

public sealed class EraseTests
{
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task Erase_LeavesNoDocumentThatSpeaksOfThePerson()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        var amina = pilot.Visit();
        await amina.SubmitAsync($"/join/{token}", "main form", ("handle", "Sun bird"), ("name", "amina.noor"), ("passphrase", Passphrase), ("mail", "noor@example.org"));
        var account = (await pilot.Grains.Account("AMINA.NOOR").Get())!;
        await amina.SubmitAsync("/me/tokens", "form[action='/me/tokens']", ("label", "My notes"));
        await amina.SubmitAsync("/c/spring/me", "form[action$='handler=calendar']");
        Assert.NotEmpty(await KindsAboutAsync(pilot, account));

        var page = await amina.SubmitAsync("/me/erase", "main form", ("passphrase", Passphrase));

        Assert.Equal("/sign-in", page.Path);
        Assert.Contains("is erased", page.Text, StringComparison.Ordinal);
        Assert.Equal(["invitation"], await KindsAboutAsync(pilot, account));
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
        Assert.Equal("/sign-in?return=%2Fme", (await amina.GetAsync("/me")).Path);
    }

    [Fact]
    public async Task Erase_WithAWrongPassphrase_ErasesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await pilot.SignInAsync(await pilot.AccountAsync("amina", Passphrase));

        var page = await amina.SubmitAsync("/me/erase", "main form", ("passphrase", "not this one"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("/me", (await amina.GetAsync("/me")).Path);
    }

    [Fact]
    public async Task Erase_AfterItWasInterrupted_GoesOn()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", passphrase: Passphrase);
        await amina.SubmitAsync("/me/tokens", "form[action='/me/tokens']", ("label", "My notes"));
        await pilot.Grains.Learner(amina.Learner).Erase();

        var again = pilot.Visit();
        await again.SubmitAsync("/sign-in", "form.form", ("name", "amina"), ("passphrase", Passphrase));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/me")).Status);
        await again.SubmitAsync("/me/erase", "main form", ("passphrase", Passphrase));

        Assert.Empty(await KindsAboutAsync(pilot, amina.Account!));
    }

    [Fact]
    public async Task Erase_OfTheOrganiser_LetsTheInstallationBeSetUpAnew()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();
        Assert.Null(await SetupLink.CreateAsync(pilot.Grains, pilot.Clock));

        await omar.SubmitAsync("/me/erase", "main form");

        Assert.NotNull(await SetupLink.CreateAsync(pilot.Grains, pilot.Clock));
    }

    [Fact]
    public async Task Export_HoldsWhatWeKnowAndNoSecret()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var account = await pilot.AccountAsync("amina", Passphrase, mail: "noor@example.org");
        await pilot.Grains.Learner(account.Learner).Join(new("spring", "Sun bird", CohortCourses.Contracts.Cohorts.CohortRole.Mentor, null));
        await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.CreateVersion7().ToString(), account.Learner, "Welcome, all", "en"));
        await pilot.Vault.IssueAsync(account, SecretKind.AccessToken, Secrets.Make(), "My notes");
        var amina = await pilot.SignInAsync(account);

        var file = await amina.GetAsync("/me/export");

        Assert.Equal("attachment", file.ContentHeaders.ContentDisposition?.DispositionType);
        using var json = JsonDocument.Parse(file.Html);
        var root = json.RootElement;
        Assert.Equal("noor@example.org", root.GetProperty("account").GetProperty("mail").GetString());
        Assert.Equal("My notes", root.GetProperty("account").GetProperty("tokensAndLinks")[0].GetProperty("label").GetString());
        Assert.Equal("Sun bird", root.GetProperty("learner").GetProperty("cohorts")[0].GetProperty("handle").GetString());
        Assert.Equal("mentor", root.GetProperty("learner").GetProperty("cohorts")[0].GetProperty("role").GetString());
        Assert.Equal("Welcome, all", root.GetProperty("announcements")[0].GetProperty("text").GetString());
        foreach (var secret in new[] { account.PasswordHash!, account.SecurityStamp, (await pilot.Grains.Account("AMINA").Get())!.Secrets[0].Hash })
        {
            Assert.DoesNotContain(secret, file.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryKindOfDocument_StandsInTheRegistryOfPersonalData()
    {
        var kinds = new[] { "CohortCourses.Grains", "CohortCourses.Hosting" }
            .SelectMany(assembly => System.Reflection.Assembly.Load(assembly).GetTypes())
            .Select(type => type.GetCustomAttributes(typeof(DocumentAttribute), inherit: false).OfType<DocumentAttribute>().FirstOrDefault()?.Name)
            .OfType<string>();

        Assert.Equal(kinds.Order(StringComparer.Ordinal), PersonalData.Registry.Select(document => document.Kind).Order(StringComparer.Ordinal));
    }

    /// <summary>The kinds of documents in the data folder in which anything of a person stands.</summary>
    private static async Task<IReadOnlyList<string>> KindsAboutAsync(TestPilot pilot, AccountRecord account)
    {
        string[] words = [account.SignInName, account.NormalisedName, account.Learner, .. account.Mail is null ? Array.Empty<string>() : [account.Mail]];
        var documents = pilot.Services.GetRequiredService<IDocumentStore>();
        var found = new List<string>();
        foreach (var kind in PersonalData.Registry.Select(document => document.Kind))
        {
            await foreach (var document in documents.ListAsync(kind, TestContext.Current.CancellationToken))
            {
                var text = document.Key + Encoding.UTF8.GetString(document.Body.Span);
                if (words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(kind);
                }
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
