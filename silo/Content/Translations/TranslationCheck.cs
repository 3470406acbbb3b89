using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;

namespace CohortCourses.Content.Translations;

/// <summary>What a translation has to agree on with its source, and whether its stamp fits. A stamp that does not fit warns: readers lose nothing by it.</summary>
internal static class TranslationCheck
{
    public static void Check(Page page, Page source, ProblemLog problems)
    {
        if (page.Front.Minutes is { } minutes && source.Front.Minutes is { } right && minutes.Value != right.Value)
        {
            problems.Add(
                minutes.Line,
                string.Create(CultureInfo.InvariantCulture, $"The page takes {minutes.Value} minutes here and {right.Value} in its source."),
                "Give both the same number, or leave it away here.");
        }

        if (page.Front.Stamp is not { } stamp)
        {
            problems.Warn(page.Front.StampLine, "The translation does not say what it was made from, so all of it counts as out of date.", "Run `content stamp` once it matches its source.");
        }
        else if (stamp.Entries.Length != page.Segments.Length)
        {
            problems.Warn(
                page.Front.StampLine,
                string.Create(CultureInfo.InvariantCulture, $"The stamp is for {stamp.Entries.Length} segments and the page has {page.Segments.Length}."),
                "Run `content stamp`.");
        }
    }
}
