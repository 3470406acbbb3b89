using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>What tests of mail do with a pilot.</summary>
internal static class MailPilot
{
    /// <summary>Lets the postman go round, after the round that may be under way.</summary>
    public static Task RoundAsync(this TestPilot pilot) => pilot.Services.GetRequiredService<Postman>().RoundAsync(TestContext.Current.CancellationToken);

    /// <summary>Somebody in a cohort whose address is confirmed.</summary>
    public static async Task<Visitor> JoinWithMailAsync(this TestPilot pilot, string name, string cohort = "spring", PreferencesView? preferences = null, string? handle = null)
    {
        var visitor = await pilot.JoinAsync(name, cohort, handle: handle, preferences: preferences);
        await pilot.ConfirmAsync(visitor, $"{name}@example.org");
        return visitor;
    }

    public static async Task ConfirmAsync(this TestPilot pilot, Visitor visitor, string address)
    {
        await pilot.Grains.Mailbox(visitor.Learner).Name(address);
        Assert.True((await pilot.Grains.Mailbox(visitor.Learner).Confirm(address)).Accepted);
    }

    /// <summary>All mail that was written into the data folder, by file name.</summary>
    public static IReadOnlyDictionary<string, ReceivedMail> Written(this TestPilot pilot)
    {
        var folder = Path.Combine(pilot.Data, "mail");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").ToDictionary(file => Path.GetFileName(file), file => ReceivedMail.Parse(File.ReadAllText(file)), StringComparer.Ordinal)
            : new Dictionary<string, ReceivedMail>(StringComparer.Ordinal);
    }

    /// <summary>Queues a digest that is due at once, with an announcement to tell.</summary>
    public static async Task MakeNewsAsync(this TestPilot pilot, string text = "Our call is on Thursday.")
    {
        pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await pilot.Grains.NoticeBoard("spring").Announce(new(Guid.CreateVersion7().ToString(), "nobody", text, "en"))).Accepted);
    }

    public static async Task<LetterView> LetterAsync(this TestPilot pilot, Visitor of) => Assert.Single(await pilot.Grains.Outbox(of.Learner).Of(of.Learner));
}
