using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Mail;

public sealed class OutboxTests
{
    private const string Berlin = "Europe/Berlin";

    private static readonly NewLetter Mention = new("mention/post/amina", "amina", LetterKind.Mention, Berlin, "spring", "thread/post");

    [Fact]
    public async Task Queue_WhenSentTwice_IsHandedOutOnce_AlsoAfterARestart()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);

        (await Box(pilot).Queue(Mention)).Accepted();
        (await Box(pilot).Queue(Mention)).Accepted();
        await pilot.Restart();
        (await Box(pilot).Queue(Mention)).Accepted();

        Assert.Equal((Mention.Id, 1, "spring", "thread/post"), await Box(pilot).Take() is { } taken ? (taken.Id, taken.Tries, taken.Cohort, taken.About) : default);
        Assert.Null(await Box(pilot).Take());
    }

    [Fact]
    public async Task Take_WhenTheProcessDiesBeforeTheReport_LeavesTheLetterUnknown_AndItIsSentAgainOnlyIfSomebodySaysSo()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await Box(pilot).Queue(Mention);
        await Box(pilot).Take();

        await pilot.Restart(Pilot.Sunday.AddMinutes(10));

        Assert.Null(await Box(pilot).Take());
        Assert.Equal(LetterStatus.Unknown, Assert.Single((await Box(pilot).Get()).Troubled).Status);
        (await Box(pilot).Resolve(Mention.Id, again: true)).Accepted();
        (await Box(pilot).Resolve(Mention.Id, again: true)).Accepted();
        Assert.Equal(2, (await Box(pilot).Take())?.Tries);
        Assert.Null(await Box(pilot).Take());
    }

    [Theory]
    [InlineData(Fault.BeforeItIsKept, LetterStatus.Sending)]
    [InlineData(Fault.AfterItIsKept, LetterStatus.Unknown)]
    public async Task Take_WhenTheMarkMayNotBeOnDisk_HandsNothingOut(Fault fault, LetterStatus later)
    {
        await using var pilot = await Pilot.StartAsync();
        await Box(pilot).Queue(Mention);

        pilot.Store.FailNext("outbox", fault);
        await Faults.Reach(Box(pilot).Take);
        pilot.Clock.Advance(TimeSpan.FromMinutes(10));
        await Box(pilot).Take();

        Assert.Equal(later, Assert.Single((await Box(pilot).Get()).Troubled).Status);
    }

    [Fact]
    public async Task Settle_AsLater_HandsItOutAgainWhenTheWaitIsOver_AndTwiceIsOnce()
    {
        await using var pilot = await Pilot.StartAsync();
        await Box(pilot).Queue(Mention);
        await Box(pilot).Take();
        (await Box(pilot).Settle(Mention.Id, 1, DeliveryResult.Later, "unreachable")).Accepted();
        (await Box(pilot).Settle(Mention.Id, 1, DeliveryResult.Later, "unreachable")).Accepted();

        Assert.Null(await Box(pilot).Take());
        Assert.Equal(("unreachable", 1), Assert.Single((await Box(pilot).Get()).Troubled) is var letter ? (letter.Reason, letter.Tries) : default);
        pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await Box(pilot).Take())?.Tries);
        (await Box(pilot).Settle(Mention.Id, 2, DeliveryResult.Sent, reason: null)).Accepted();

        var after = await Box(pilot).Get();
        Assert.Equal((0, 1), (after.Waiting, after.Sent));
        Assert.Empty(after.Troubled);
    }

    [Fact]
    public async Task Take_ByManyAtOnce_HandsEachLetterToOne()
    {
        await using var pilot = await Pilot.StartAsync();
        foreach (var number in Enumerable.Range(0, 8))
        {
            await Box(pilot).Queue(Mention with { Id = $"mention/{number}" });
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(Box(pilot).Take)));

        Assert.Equal(8, taken.OfType<LetterView>().Select(letter => letter.Id).Distinct().Count());
        Assert.Equal(8, taken.OfType<LetterView>().Count());
    }

    [Fact]
    public async Task QueueDigest_WhenAskedAllDay_IsOneLetterThatTellsFromTheLastOneOn()
    {
        await using var pilot = await Pilot.StartAsync();
        async Task Ask() => (await Box(pilot).QueueDigest("amina", DigestRhythm.Daily, Berlin, DateTimeOffset.MinValue)).Accepted();
        await Ask();
        var first = await Box(pilot).Take();
        await Box(pilot).Settle(first!.Id, 1, DeliveryResult.Sent, reason: null);

        await Ask();
        Assert.Null(await Box(pilot).Take());
        pilot.Clock.JumpTo(Pilot.Monday);
        await Ask();

        Assert.Equal(Pilot.Sunday, (await Box(pilot).Take())?.Since);
    }

    [Fact]
    public async Task Forget_WhenRepeated_LeavesNothingOfTheLearner()
    {
        await using var pilot = await Pilot.StartAsync();
        await Box(pilot).Queue(Mention);

        await Box(pilot).Forget("amina");
        await Box(pilot).Forget("amina");

        Assert.Empty(await Box(pilot).Of("amina"));
        Assert.Null(await Box(pilot).Take());
    }

    /// <summary>With ids as long as they get, and a last digest for each of 100 learners.</summary>
    [Fact]
    public async Task Drawer_WhenFull_IsOneDocumentBelow64KiB()
    {
        await using var pilot = await Pilot.StartAsync();
        var box = pilot.Grains.OutboxDrawer("00");
        foreach (var number in Enumerable.Range(0, 100))
        {
            var learner = Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"learner-{number:d8}"));
            await box.QueueDigest(learner, DigestRhythm.Daily, "America/Argentina/ComodRivadavia", DateTimeOffset.MinValue);
            await box.Take();
            await box.Settle($"digest/{learner}/2026-02-01", 1, DeliveryResult.Dropped, "nothing-new");
        }

        pilot.Clock.JumpTo(Pilot.Sunday.AddDays(3));
        var last = Outcome.Ok;
        for (var number = 0; last.Accepted; number++)
        {
            last = await box.Queue(new(
                $"mention/{Guid.CreateVersion7()}/{number:d32}", $"{number:d32}", LetterKind.Mention, "America/Argentina/ComodRivadavia", new('c', 40), $"{Guid.CreateVersion7()}/{Guid.CreateVersion7()}"));
        }

        Assert.Equal("mail.full", last.Code);
        var stored = await pilot.Store.ReadAsync("outbox", "00", TestContext.Current.CancellationToken);
        Assert.InRange(stored!.Body.Length, 50_000, 65_536);
    }

    private static IOutboxGrain Box(Pilot pilot) => pilot.Grains.Outbox("amina");
}
