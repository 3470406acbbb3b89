using CohortCourses.Contracts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class MailboxTests
{
    [Fact]
    public async Task Mailbox_IsConfirmedOnceForEachAddress_AndOutlivesARestart()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        (await pilot.Grains.Mailbox("amina").Name("a@example.org")).Accepted();
        (await pilot.Grains.Mailbox("amina").Name("a@example.org")).Accepted();
        (await pilot.Grains.Mailbox("amina").Confirm("b@example.org")).Refused("mail.other-address");
        (await pilot.Grains.Mailbox("amina").Confirm("a@example.org")).Accepted();
        (await pilot.Grains.Mailbox("amina").Confirm("a@example.org")).Accepted();

        await pilot.Restart();
        Assert.Equal(new("a@example.org", Pilot.Sunday), await pilot.Grains.Mailbox("amina").Get());
        (await pilot.Grains.Mailbox("amina").Name("b@example.org")).Accepted();
        Assert.Equal(new("b@example.org", ConfirmedAt: null), await pilot.Grains.Mailbox("amina").Get());
    }

    [Fact]
    public async Task Close_WhenRepeated_LeavesNothing()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.Mailbox("amina").Name("a@example.org");

        await pilot.Grains.Mailbox("amina").Close();
        await pilot.Grains.Mailbox("amina").Close();

        Assert.Null(await pilot.Grains.Mailbox("amina").Get());
        (await pilot.Grains.Mailbox("amina").Confirm("a@example.org")).Refused("mail.other-address");
    }
}
