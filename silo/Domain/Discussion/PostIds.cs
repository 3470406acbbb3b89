namespace CohortCourses.Domain.Discussion;

/// <summary>Ids that browsers made: GUIDs as they are mostly written, and nothing that could lead astray as part of a key.</summary>
public static class PostIds
{
    public static bool AreGood(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            if (!Guid.TryParseExact(id, "D", out _) || id.Any(char.IsAsciiLetterUpper))
            {
                return false;
            }
        }

        return true;
    }
}
