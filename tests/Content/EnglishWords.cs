using CohortCourses.Content.Modules;

namespace CohortCourses.Tests.Content;

/// <summary>The words that examples are written with. In another language they carry its tag, so that a test sees which were asked for.</summary>
internal sealed class EnglishWords(string language) : IModuleWords
{
    public string Reflection => Say("Reflection");

    public string Discussion => Say("Discussion");

    public string Note => Say("Note");

    public string Footnotes => Say("Notes");

    public string Done => Say("done");

    public string ToDo => Say("to do");

    public string Activity(int? minutes) => Say(minutes is null ? "Activity" : $"Activity · {minutes} minutes");

    public string ForTracks(IReadOnlyList<string> tracks) => Say("For " + string.Join(", ", tracks));

    public string Table(int number, string? heading) => Say($"Table {number}, {heading}");

    public string Footnote(int number) => Say($"Note {number}");

    public string BackToText(int number, int occurrence) => Say($"Back to reference {number}, {occurrence}");

    public string Recording(RecordingKind kind, string? caption) => Say($"{kind}: {caption}");

    private string Say(string words) => language == "en" ? words : $"{words} [{language}]";
}
