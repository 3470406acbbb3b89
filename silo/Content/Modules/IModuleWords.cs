namespace CohortCourses.Content.Modules;

/// <summary>Every word that rendering adds to what authors wrote, in one language. Plain text; rendering escapes it.</summary>
public interface IModuleWords
{
    /// <summary>The label of an activity: "Activity · 20 minutes", or without minutes when the author gave none.</summary>
    string Activity(int? minutes);

    /// <summary>The label of a reflection: "Reflection · only you see this".</summary>
    string Reflection { get; }

    /// <summary>The label of the prompt for the week's discussion.</summary>
    string Discussion { get; }

    /// <summary>The label of an aside that has no heading of its own.</summary>
    string Note { get; }

    /// <summary>The label of blocks for some tracks, given by their ids: "For nascent and emerging".</summary>
    string ForTracks(IReadOnlyList<string> tracks);

    /// <summary>The accessible name of a table, which can be scrolled: "Table 2, What each side brings". Unlike on one page.</summary>
    /// <param name="number">From 1, counted over the page.</param>
    /// <param name="heading">The heading that it stands under, or null.</param>
    string Table(int number, string? heading);

    /// <summary>The accessible name of the list of footnotes.</summary>
    string Footnotes { get; }

    /// <summary>The accessible name of a footnote's number in the text; it contains the number.</summary>
    string Footnote(int number);

    /// <summary>The accessible name of the link from a footnote back into the text.</summary>
    /// <param name="number">The footnote's number.</param>
    /// <param name="occurrence">Which of its places in the text, from 1.</param>
    string BackToText(int number, int occurrence);

    /// <summary>The words of a link to a recording: "Video: How the archive works", or without the caption.</summary>
    string Recording(RecordingKind kind, string? caption);

    /// <summary>The accessible name of a box that is ticked in a list of tasks.</summary>
    string Done { get; }

    /// <summary>The accessible name of a box that is not ticked.</summary>
    string ToDo { get; }
}
