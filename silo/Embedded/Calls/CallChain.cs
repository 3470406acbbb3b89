namespace CohortCourses.Embedded;

internal static class CallChain
{
    /// <summary>Whether a call to the target would wait for a turn of the target that waits, through others, for this call.</summary>
    public static bool Closes(Turn caller, GrainReference target)
    {
        for (var turn = caller; turn is not null; turn = turn.Caller)
        {
            if (!turn.Ended && target.LeadsTo(turn.Mailbox))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Such as <c>cohort Enrol → course Read → cohort Plan</c>.</summary>
    public static string Describe(Turn caller, string last)
    {
        var names = new Stack<string>([last]);
        for (var turn = caller; turn is not null; turn = turn.Caller)
        {
            names.Push(turn.Name);
        }

        return string.Join(" → ", names);
    }
}
