using CohortCourses.Domain.Mail;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Mail;

/// <summary>Whatever happens in whatever order: nobody is written to at night, and no letter goes out twice by itself.</summary>
public sealed class OutboxLaws
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 27, 0, 0); // clocks change in much of the world on the days after
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];
    private static readonly string[] Learners = ["amina", "kenji", "maya"];

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (3, from minutes in Gen.Choose(1, 700) select new Step("pass", minutes)),
        (2, from letter in Gen.Choose(0, 5) select new Step("queue", letter)),
        (2, from learner in Gen.Choose(0, 2) select new Step("digest", learner)),
        (3, from any in Gen.Constant(0) select new Step("take", any)),
        (2, from result in Gen.Choose(0, 4) select new Step("settle", result)),
        (1, from any in Gen.Constant(0) select new Step("die", any)));

    [Fact]
    public void Letters_InEveryZone_AreNeverHandedOutAtNight_NorTwiceUnlessTheyCertainlyDidNotArrive() => Law.Holds(
        from zone in Gen.Elements(Zones)
        from history in Law.Histories(Steps, longest: 60)
        select (zone, history),
        asked =>
        {
            var there = DateTimeZoneProviders.Tzdb[asked.zone];
            var play = new Play(asked.zone);
            foreach (var step in asked.history)
            {
                play.Take(step);
            }

            Assert.All(play.HandedOut, handed => Assert.InRange(handed.At.InZone(there).Hour, 8, 19));
            Assert.All(play.HandedOut.GroupBy(handed => handed.Id), tries => Assert.All(tries.SkipLast(1), earlier => Assert.Equal(DeliveryResult.Later, earlier.Ended)));
        },
        times: 600);

    [Fact]
    public void Digests_InEveryZone_ComeOncePerMorningAndTellEverythingOnce()
    {
        foreach (var zone in Zones.Where((_, number) => number % 3 == 0))
        {
            var outbox = Outbox.Empty;
            var told = Start;
            var count = 0;
            for (var now = Start; now < Start + Duration.FromDays(10); now += Duration.FromMinutes(15))
            {
                outbox = outbox.QueueDigest("amina", DigestRhythm.Daily, zone, Instant.MinValue, now).State!;
                if (outbox.Next(now) is { } id)
                {
                    outbox = outbox.Take(id, now).State!;
                    var letter = outbox.Letters[id];
                    Assert.True(count == 0 || letter.Since == told, $"{zone}: told until {told}, then from {letter.Since}");
                    outbox = outbox.Settle(id, letter.Tries, DeliveryResult.Sent, reason: null, now + Duration.FromSeconds(9)).State!;
                    (told, count) = (letter.At, count + 1);
                }
            }

            Assert.InRange(count, 9, 11);
        }
    }

    private sealed record Step(string What, int Number);

    private sealed record Handed(string Id, Instant At)
    {
        public DeliveryResult Ended { get; set; } = DeliveryResult.Unknown;
    }

    private sealed class Play(string zone)
    {
        private Outbox outbox = Outbox.Empty;
        private Instant now = Start;
        private Handed? inHand;

        public List<Handed> HandedOut { get; } = [];

        public void Take(Step step)
        {
            switch (step.What)
            {
                case "pass":
                    now += Duration.FromMinutes(step.Number);
                    Apply(outbox.GiveUpWaiting(now));
                    break;
                case "queue":
                    Apply(outbox.Queue($"mention/{step.Number}", Learners[step.Number % 3], LetterKind.Mention, zone, "spring", null, now));
                    break;
                case "digest":
                    Apply(outbox.QueueDigest(Learners[step.Number], DigestRhythm.Daily, zone, Start, now));
                    break;
                case "take" when outbox.Next(now) is { } id:
                    Apply(outbox.Take(id, now));
                    HandedOut.Add(inHand = new(id, now));
                    break;
                case "settle" when inHand is { } handed:
                    handed.Ended = (DeliveryResult)step.Number;
                    Apply(outbox.Settle(handed.Id, outbox.Letters[handed.Id].Tries, handed.Ended, reason: null, now));
                    inHand = null;
                    break;
                case "die":
                    inHand = null;
                    break;
            }
        }

        private void Apply(CohortCourses.Domain.Decision<Outbox> decision) => outbox = decision.State ?? outbox;
    }
}
