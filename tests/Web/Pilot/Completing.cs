using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Tests.Web.Pilot;

/// <summary>Brings somebody to the end of a course whose weeks are all open.</summary>
internal static class Completing
{
    /// <summary>Marks every week, and answers the form that completion asks for.</summary>
    public static async Task CompleteAsync(this TestPilot pilot, string cohort, string learner)
    {
        var texts = ImmutableSortedDictionary<string, string>.Empty.Add("en", "Why?");
        var form = new FormDefinition("after", FormKind.After, FormLevel.Named, "en", texts, null, 1, [new("why", QuestionKind.Short, texts, "0")]);
        Assert.True((await pilot.Grains.Forms(cohort).Open(new(Guid.NewGuid().ToString(), form, null, pilot.Clock.Now.AddDays(7), learner))).Outcome.Accepted);
        var answers = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("why", ["Because."]);
        Assert.True((await pilot.Grains.Form(cohort, "after").Answer(new(learner, Guid.NewGuid().ToString(), "en", answers))).Outcome.Accepted);
        await pilot.MarkAsync(cohort, learner);
    }

    public static async Task MarkAsync(this TestPilot pilot, string cohort, string learner)
    {
        foreach (var week in Enumerable.Range(1, 8))
        {
            Assert.True((await pilot.Grains.Learner(learner).Complete(cohort, week)).Accepted);
        }

        Assert.True((await pilot.Grains.Learner(learner).Enrolment(cohort))!.Complete);
    }
}
