using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What may leave, for which program, who took it; and the keys, for the organiser alone.</summary>
public sealed class ExportsModel(IGrainFactory grains, Reader reader) : PageModel
{
    public const string Path = "/c/{cohort}/evaluate/exports";

    public CohortAccess Access { get; private set; } = null!;

    /// <summary>What the links and the form have as label.</summary>
    public string Label { get; private set; } = "";

    public string? Refused { get; private set; }

    /// <summary>A page of what was taken, the newest first, with the names of who took it; null for whoever sat at the machine.</summary>
    public IReadOnlyList<(ExportEntryView Entry, string? By)> Log { get; private set; } = [];

    /// <summary>The page of the log with older entries, or null.</summary>
    public int? Older { get; private set; }

    public Task OnGetAsync([FromQuery(Name = "for")] string? label, int? page) => Show(label, page);

    /// <summary>The key file: an act of its own, in the log like every export.</summary>
    public async Task<IActionResult> OnPostKeysAsync(string? label)
    {
        Access = HttpContext.Cohort();
        var (run, outcome) = await ExportRun.Begin(grains, Access.Cohort, KeyFile.Name, label, User.LearnerId(), reader.Words, reader.Now);
        if (run is null)
        {
            await Show(label, null);
            Refused = reader.Words.Explain(outcome);
            return this.Refuse(reader.Words, outcome, "for");
        }

        Response.Headers.CacheControl = "no-store";
        return new FileCallbackResult(ExportFiles.MediaType(KeyFile.Name), ExportFiles.NameOf(run, KeyFile.Name), (stream, stop) => KeyFile.Write(run, stream, stop));
    }

    private async Task Show(string? label, int? page)
    {
        Access = HttpContext.Cohort();
        Label = string.IsNullOrWhiteSpace(label) ? ExportRun.Today(Access.Cohort, reader.Now) : label;
        var exports = grains.Exports(Access.Slug);
        var newest = await exports.LogPages();
        var shown = Math.Clamp(page ?? newest, 0, newest);
        ImmutableArray<ExportEntryView> entries = [.. (await exports.Log(shown)).Reverse()];
        var names = await Task.WhenAll(entries.Select(entry => entry.By is { } by ? grains.Learner(by).HandleIn(Access.Slug) : Task.FromResult<string?>(null)));
        Log = [.. entries.Zip(names)];
        Older = shown > 1 ? shown - 1 : null;
    }
}
