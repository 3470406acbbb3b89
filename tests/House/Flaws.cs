namespace CohortCourses.Tests.House;

/// <summary>Everything that is wrong at once, a line each, and what to do about it.</summary>
internal static class Flaws
{
    public static void None(IEnumerable<string> flaws, string mend)
    {
        var found = flaws.ToList();
        Assert.True(found.Count == 0, $"{string.Join('\n', found)}\n{mend}");
    }
}
