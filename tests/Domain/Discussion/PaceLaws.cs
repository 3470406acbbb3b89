using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Domain.Discussion;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class PaceLaws
{
    private static readonly Instant Start = Instant.FromUtc(2026, 2, 2, 9, 0);

    [Theory]
    [InlineData(VoiceAct.Start)]
    [InlineData(VoiceAct.Post)]
    [InlineData(VoiceAct.Edit)]
    [InlineData(VoiceAct.React)]
    [InlineData(VoiceAct.Report)]
    public void Pace_HoweverSomebodyHurries_LetsNoMoreThroughInAnyStretch(VoiceAct act)
    {
        var pace = Pace.Of(act);
        var most = (int)(pace.Within.TotalSeconds / pace.Times);
        Law.HoldsThrough(Gen.Choose(0, 2 * most), gaps =>
        {
            var (done, now, through) = (ImmutableQueue<Instant>.Empty, Start, new List<Instant>());
            foreach (var gap in gaps)
            {
                now += Duration.FromSeconds(gap);
                (done, var refused) = pace.Take(done, now);
                if (refused is null)
                {
                    through.Add(now);
                }
                else
                {
                    var wait = Duration.FromSeconds(int.Parse(refused.Args["n"], CultureInfo.InvariantCulture));
                    Assert.Null(pace.Take(done, now + wait).Refused);
                    Assert.NotNull(pace.Take(done, now + wait - Duration.FromSeconds(1)).Refused);
                }

                Assert.InRange(done.Count(), 0, pace.Times);
            }

            Assert.All(through, at => Assert.InRange(through.Count(other => other >= at && other < at + pace.Within), 1, pace.Times));
        }, longest: 3 * pace.Times, times: 60);
    }
}
