using CohortCourses.Domain;

namespace CohortCourses.Tests.Domain;

/// <summary>What a test expects of a decision, in one word.</summary>
internal static class Verdicts
{
    /// <summary>Expects a change and returns the state after it.</summary>
    public static T Accepted<T>(this Decision<T> decision)
        where T : class
    {
        Assert.Null(decision.Rejection?.Code);
        Assert.True(decision.Changed, "The command changed nothing.");
        return decision.State!;
    }

    /// <summary>Expects that there is nothing to save and nothing to refuse.</summary>
    public static T Unchanged<T>(this Decision<T> decision)
        where T : class
    {
        Assert.Null(decision.Rejection?.Code);
        Assert.False(decision.Changed, "The command changed something.");
        return decision.State!;
    }

    public static Rejection Refused<T>(this Decision<T> decision, string code)
        where T : class
    {
        Assert.Null(decision.State);
        return Refused(decision.Rejection, code);
    }

    public static Rejection Refused(this Rejection? rejection, string code)
    {
        Assert.Equal(code, rejection?.Code);
        return rejection!;
    }

    /// <summary>The state after the decision, or the one before it if it was refused.</summary>
    public static T Or<T>(this Decision<T> decision, T before)
        where T : class => decision.State ?? before;
}
