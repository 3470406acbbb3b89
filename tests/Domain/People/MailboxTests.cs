using CohortCourses.Domain.People;
using NodaTime;

namespace CohortCourses.Tests.Domain.People;

public sealed class MailboxTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 2, 2, 7, 0);

    [Fact]
    public void Name_OfTheSameAddressTwice_IsOnce_AndOfAnotherAsksAnew()
    {
        var confirmed = Mailbox.Name(null, "a@example.org").State!.Confirm("a@example.org", Now).State!;

        Assert.False(Mailbox.Name(confirmed, "a@example.org").Changed);
        Assert.Equal(new("b@example.org", ConfirmedAt: null), Mailbox.Name(confirmed, "b@example.org").State);
    }

    [Fact]
    public void Confirm_WhenRepeated_ChangesNothing_AndOfAnAddressThatWasReplacedIsRefused()
    {
        var confirmed = Mailbox.Name(null, "a@example.org").State!.Confirm("a@example.org", Now).State!;

        Assert.Equal(Now, confirmed.ConfirmedAt);
        Assert.False(confirmed.Confirm("a@example.org", Now + Duration.FromDays(1)).Changed);
        Assert.Equal("mail.other-address", confirmed.Confirm("b@example.org", Now).Rejection?.Code);
    }
}
