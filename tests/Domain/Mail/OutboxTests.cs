using CohortCourses.Domain.Mail;
using NodaTime;

namespace CohortCourses.Tests.Domain.Mail;

public sealed class OutboxTests
{
    private const string Nairobi = "Africa/Nairobi";

    /// <summary>A Monday, ten in the morning in Nairobi.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 2, 2, 7, 0);

    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void Queue_WhenRepeated_ChangesNothing_AlsoAfterItWasSent()
    {
        var once = Mention(Outbox.Empty);
        Assert.False(once.Queue("m", "amina", LetterKind.Mention, Nairobi, "spring", "post", Now + Minute).Changed);

        var sent = Ended(once, DeliveryResult.Sent);
        Assert.False(sent.Queue("m", "amina", LetterKind.Mention, Nairobi, "spring", "post", Now + Minute).Changed);
        Assert.Null(sent.Next(Now + Duration.FromDays(1)));
    }

    [Fact]
    public void Queue_OfTheEleventhMentionInADay_IsLeftToTheDigest()
    {
        var outbox = Enumerable.Range(0, 10).Aggregate(Outbox.Empty, (all, number) => Mention(all, $"m{number}"));

        Assert.False(outbox.Queue("one more", "amina", LetterKind.Mention, Nairobi, "spring", "post", Now).Changed);
        Assert.True(outbox.Queue("one more", "kenji", LetterKind.Mention, Nairobi, "spring", "post", Now).Changed);
        Assert.True(outbox.Queue("one more", "amina", LetterKind.Mention, Nairobi, "spring", "post", Now + Duration.FromDays(1)).Changed);
    }

    [Fact]
    public void Queue_WhenTheDrawerIsFull_IsRefused_UntilOldLettersMakeRoom()
    {
        var outbox = Enumerable.Range(0, Outbox.MostLetters).Aggregate(Outbox.Empty, (all, number) => Ended(Mention(all, $"m{number}", $"learner-{number}"), DeliveryResult.Sent, $"m{number}"));

        Assert.Equal("mail.full", outbox.Queue("one more", "amina", LetterKind.Mention, Nairobi, "spring", "post", Now).Rejection?.Code);
        Assert.Single(Mention(outbox, "one more", at: Now + Outbox.KeptWhenOver).Letters);
    }

    [Fact]
    public void Next_InTheEvening_WaitsForTheMorning()
    {
        var evening = Instant.FromUtc(2026, 2, 2, 17, 0); // eight in the evening in Nairobi
        var outbox = Mention(Outbox.Empty, at: evening);

        Assert.Null(outbox.Next(evening));
        Assert.Null(outbox.Next(Instant.FromUtc(2026, 2, 3, 4, 59)));
        Assert.Equal("m", outbox.Next(Instant.FromUtc(2026, 2, 3, 5, 0)));
    }

    [Fact]
    public void Next_OfWhatThePersonWaitsFor_IsThereAtAnyHour()
    {
        var night = Instant.FromUtc(2026, 2, 2, 23, 0);

        Assert.Equal("c", Outbox.Empty.Queue("c", "amina", LetterKind.Confirmation, zone: null, null, null, night).State!.Next(night));
    }

    [Fact]
    public void Settle_AsLater_WaitsLongerEachTime_AndGivesUpInTheEnd()
    {
        var outbox = Mention(Outbox.Empty, zone: null);
        var now = Now;
        var waits = new List<double>();
        while (outbox.Letters["m"].Status == LetterStatus.Waiting)
        {
            outbox = outbox.Take("m", now).State!;
            outbox = outbox.Settle("m", outbox.Letters["m"].Tries, DeliveryResult.Later, "unreachable", now).State!;
            waits.Add((outbox.Letters["m"].NotBefore - now).TotalMinutes);
            Assert.True(outbox.Letters["m"].Status == LetterStatus.Failed || outbox.Next(outbox.Letters["m"].NotBefore - Duration.Epsilon) is null);
            now = outbox.Letters["m"].NotBefore;
        }

        Assert.Equal([1, 5, 30, 120, 360, 720, 1440, 0], waits);
        Assert.Equal((LetterStatus.Failed, "unreachable"), (outbox.Letters["m"].Status, outbox.Letters["m"].Reason));
    }

    [Fact]
    public void Settle_WhenRepeatedOrOfAnEarlierTry_ChangesNothing()
    {
        var later = Ended(Mention(Outbox.Empty), DeliveryResult.Later);
        Assert.False(later.Settle("m", 1, DeliveryResult.Later, null, Now).Changed);

        var again = later.Take("m", Now + Minute).State!;
        Assert.False(again.Settle("m", 1, DeliveryResult.Sent, null, Now).Changed);
    }

    [Fact]
    public void GiveUpWaiting_ForWhoTookALetterAndDied_LeavesItUnknown_AndDoesNotSendItAgain()
    {
        var taken = Mention(Outbox.Empty).Take("m", Now).State!;
        Assert.False(taken.GiveUpWaiting(Now + Outbox.Patience - Minute).Changed);

        var unknown = taken.GiveUpWaiting(Now + Outbox.Patience).State!;
        Assert.Equal(LetterStatus.Unknown, unknown.Letters["m"].Status);
        Assert.Null(unknown.Next(Now + Outbox.Patience));

        // The one who was thought dead reports after all.
        Assert.Equal(LetterStatus.Sent, unknown.Settle("m", 1, DeliveryResult.Sent, null, Now).State!.Letters["m"].Status);
    }

    [Theory]
    [InlineData(DeliveryResult.Never)]
    [InlineData(DeliveryResult.Unknown)]
    public void Resolve_OfWhatIsStuck_TriesItOnceMore_OrLeavesIt(DeliveryResult stuck)
    {
        var outbox = Ended(Mention(Outbox.Empty), stuck);
        Assert.Null(outbox.Next(Now + Duration.FromDays(1)));

        Assert.Equal("m", outbox.Resolve("m", again: true, Now).State!.Next(Now));
        Assert.False(outbox.Resolve("m", again: true, Now).State!.Resolve("m", again: true, Now).Changed);
        Assert.Equal(LetterStatus.Dropped, outbox.Resolve("m", again: false, Now).State!.Letters["m"].Status);
        Assert.Equal("mail.unknown", outbox.Resolve("other", again: true, Now).Rejection?.Code);
    }

    [Fact]
    public void QueueDigest_OfTheSameMorning_IsOneLetter_AndOneThatWaitsTellsForTheNextMorningsToo()
    {
        var outbox = Digest(Outbox.Empty, Now);
        Assert.Equal(["digest/amina/2026-02-02"], outbox.Letters.Keys);
        Assert.Same(outbox, Digest(outbox, Now + Minute));
        Assert.Same(outbox, Digest(outbox, Now + Duration.FromDays(1)));
    }

    [Fact]
    public void QueueDigest_OfOneWhoCameAfterThatMorning_WaitsForTheNext()
    {
        Assert.Empty(Digest(Outbox.Empty, Now, from: Now - Minute).Letters);
        Assert.Single(Digest(Outbox.Empty, Now + Duration.FromDays(1), from: Now - Minute).Letters);
    }

    [Fact]
    public void QueueDigest_AfterDaysWithoutOne_TellsFromTheLastOneOn_ButNoLongerThanTwoWeeks()
    {
        var sent = Digest(Outbox.Empty, Now);
        sent = sent.Take(sent.Next(Now)!, Now).State!;
        sent = sent.Settle("digest/amina/2026-02-02", 1, DeliveryResult.Dropped, "nothing-new", Now).State!;

        Assert.Equal(Now, Digest(sent, Now + Duration.FromDays(5)).Letters["digest/amina/2026-02-07"].Since);
        Assert.Equal(Instant.FromUtc(2026, 2, 19, 5, 0), Digest(sent, Now + Duration.FromDays(31)).Letters["digest/amina/2026-03-05"].Since);
    }

    [Fact]
    public void QueueDigest_EachWeek_IsDueOnMondays_AndNeverIfNeverIsWanted()
    {
        var thursday = Now + Duration.FromDays(3);

        Assert.Equal(["digest/amina/2026-02-02"], Outbox.Empty.QueueDigest("amina", DigestRhythm.Weekly, Nairobi, Instant.MinValue, thursday).State!.Letters.Keys);
        Assert.Empty(Outbox.Empty.QueueDigest("amina", DigestRhythm.Never, Nairobi, Instant.MinValue, thursday).State!.Letters);
    }

    [Fact]
    public void Forget_WhenRepeated_LeavesTheOthers()
    {
        var outbox = Mention(Digest(Mention(Outbox.Empty), Now), "k", "kenji").Forget("amina").State!;

        Assert.Equal(["k"], outbox.Letters.Keys);
        Assert.False(outbox.Forget("amina").Changed);
    }

    private static Outbox Mention(Outbox outbox, string id = "m", string learner = "amina", string? zone = Nairobi, Instant? at = null) =>
        outbox.Queue(id, learner, LetterKind.Mention, zone, "spring", "post", at ?? Now).State!;

    private static Outbox Digest(Outbox outbox, Instant at, Instant? from = null) =>
        outbox.QueueDigest("amina", DigestRhythm.Daily, Nairobi, from ?? Instant.MinValue, at).State!;

    private static Outbox Ended(Outbox outbox, DeliveryResult result, string id = "m") =>
        outbox.Take(id, Now).State!.Settle(id, outbox.Letters[id].Tries + 1, result, reason: null, Now).State!;
}
