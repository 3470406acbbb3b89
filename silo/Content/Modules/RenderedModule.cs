using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Modules;

/// <summary>A week's page in one language for one set of tracks.</summary>
/// <param name="Language">The language asked for, or the source language when the course does not have it.</param>
/// <param name="Title">The page's h1.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Outcomes">Each finishes the sentence "After this week you can ...".</param>
/// <param name="Minutes">How long the page takes.</param>
/// <param name="Html">
/// Safe HTML that starts at h2. What is not translated stands in <c>div.untranslated</c> with its <c>lang</c> and <c>dir</c>.
/// </param>
/// <param name="Completeness">Of the whole page, whatever tracks are shown.</param>
/// <param name="Change">What was corrected, if the author says so.</param>
public sealed record RenderedModule(
    string Language,
    Wording Title,
    Wording Summary,
    ImmutableArray<Wording> Outcomes,
    int Minutes,
    string Html,
    Completeness Completeness,
    ChangeNote? Change)
{
    /// <summary>The value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => LanguageTag.Direction(Language);
}

/// <summary>The public page of a course in one language.</summary>
/// <param name="Language">The language asked for, or the source language when the course does not have it.</param>
/// <param name="Html">Safe HTML that starts at h2, as in <see cref="RenderedModule"/>.</param>
/// <param name="Completeness">Of this page alone.</param>
public sealed record RenderedPage(string Language, string Html, Completeness Completeness)
{
    /// <summary>The value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => LanguageTag.Direction(Language);
}

/// <summary>One line about a correction, to be shown once to those who had read the page before.</summary>
/// <param name="Id">The same in every language; another note has another id. 8 hexadecimal digits.</param>
/// <param name="Text">In the page's language, or in the source language.</param>
public sealed record ChangeNote(string Id, Wording Text);
