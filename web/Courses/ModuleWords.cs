using CohortCourses.Content.Modules;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Courses;

/// <summary>The words that rendering adds to a module, from the interface's texts.</summary>
internal sealed class ModuleWords(Words words) : IModuleWords
{
    public string Reflection => words["module.reflection"];

    public string Discussion => words["module.discussion"];

    public string Note => words["module.note"];

    public string Footnotes => words["module.footnotes"];

    public string Done => words["module.done"];

    public string ToDo => words["module.todo"];

    public string Activity(int? minutes) =>
        minutes is { } n ? words.Get("module.activity-minutes", ("n", n)) : words["module.activity"];

    public string ForTracks(IReadOnlyList<string> tracks) =>
        words.Get("module.tracks", ("tracks", string.Join(words["list.separator"], tracks.Select(track => words.Track(track)))));

    public string Table(int number, string? heading) =>
        heading is null ? words.Get("module.table", ("number", number)) : words.Get("module.table-under", ("number", number), ("heading", heading));

    public string Footnote(int number) => words.Get("module.footnote", ("number", number));

    public string BackToText(int number, int occurrence) => occurrence == 1
        ? words.Get("module.back", ("number", number))
        : words.Get("module.back-nth", ("number", number), ("place", occurrence));

    public string Recording(RecordingKind kind, string? caption)
    {
        var key = kind == RecordingKind.Audio ? "module.audio" : "module.video";
        return caption is null ? words[key] : words.Get($"{key}-of", ("caption", caption));
    }
}
