using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;

namespace CohortCourses.Web.Demo;

/// <summary>How someone goes through a course.</summary>
internal enum DemoPace
{
    /// <summary>Within hours.</summary>
    Early,

    /// <summary>Within the week, now and then one left out.</summary>
    Steady,

    /// <summary>A week late, every fourth left out.</summary>
    Behind,

    /// <summary>Stops without a word after two weeks.</summary>
    Fading,

    /// <summary>Pauses in week 3; who has time left returns in week 5.</summary>
    Pausing,

    /// <summary>Is given another week for week 2.</summary>
    Extended,

    /// <summary>Is reading week 4 just now.</summary>
    Reading,

    /// <summary>Has week 3 half done and more days for it.</summary>
    HalfWay,
}

/// <summary>One participant's way through a cohort, week by week as they open.</summary>
internal sealed class DemoJourney(IGrainFactory grains, DemoStage stage, Random random, string learner, string cohort, DemoPace pace)
{
    public void Take(WeekView week)
    {
        var number = week.Number;
        switch (pace)
        {
            case DemoPace.Early:
                Do(week, Hours(0.4, 9));
                break;
            case DemoPace.Steady when random.NextDouble() > 0.08:
                Do(week, Hours(10, 140));
                break;
            case DemoPace.Behind when random.NextDouble() > 0.25:
                Do(week, Hours(150, 320));
                break;
            case DemoPace.Fading when number <= 2:
                Do(week, Hours(20, 160));
                break;
            case DemoPace.Pausing when number == 3:
                stage.At(week.OpensAt + Hours(30, 60), () => Me.Pause(cohort));
                break;
            case DemoPace.Pausing when number == 5:
                stage.At(week.OpensAt + Hours(20, 60), () => Me.Resume(cohort));
                break;
            case DemoPace.Pausing:
                Do(week, Hours(70, 150));
                break;
            case DemoPace.Extended when number == 2:
                stage.At(week.OpensAt + Hours(90, 120), () => Me.Extend(cohort, 2, 7));
                Do(week, Hours(180, 300));
                break;
            case DemoPace.Extended:
                Do(week, Hours(40, 150));
                break;
            case DemoPace.Reading:
                Do(week, Hours(30, 60), completes: number < 4);
                break;
            case DemoPace.HalfWay when number <= 3:
                Do(week, Hours(80, 140), completes: number < 3);
                if (number == 3)
                {
                    stage.At(week.OpensAt + Hours(45, 50), () => Me.Extend(cohort, number, 7));
                }

                break;
        }
    }

    private ILearnerGrain Me => grains.Learner(learner);

    private void Do(WeekView week, TimeSpan after, bool completes = true)
    {
        var reads = week.OpensAt + after;
        stage.At(reads, () => Me.Read(cohort, week.Number, changeNote: null));
        stage.At(reads, LookAtNews);
        if (completes)
        {
            stage.At(reads + Hours(0.4, 1.4), () => Me.Complete(cohort, week.Number));
        }
    }

    /// <summary>All but one, so that there is something to see.</summary>
    private async Task<Outcome> LookAtNews() =>
        pace != DemoPace.HalfWay && await grains.Cohort(cohort).Get() is { NewsCount: > 0 and var news } ? await Me.SeeNews(cohort, news) : Outcome.Ok;

    private TimeSpan Hours(double least, double most) => TimeSpan.FromSeconds(Math.Round((least + (random.NextDouble() * (most - least))) * 3600));
}
