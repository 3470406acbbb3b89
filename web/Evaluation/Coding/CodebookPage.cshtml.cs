using System.Security.Cryptography;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>A code as it was typed.</summary>
/// <param name="Parts">The names of parts, one a line.</param>
/// <param name="Conflicts">Whether somebody else changed the code meanwhile.</param>
public sealed record CodeForm(string? Id, string? Name, string? Description, string? Parent, int? Pattern, string? Parts = null, bool Conflicts = false);

/// <summary>The codes of a cohort: to be added, changed, merged and split.</summary>
public sealed class CodebookPageModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CodeBook Book { get; private set; } = new([]);

    /// <summary>What was typed for a code and could not be kept.</summary>
    public CodeForm? Typed { get; private set; }

    /// <summary>What was typed for a new one.</summary>
    public CodeForm? New { get; private set; }

    public string NewId { get; } = FormIds.New();

    private ICodebookGrain Grain => grains.Codebook(HttpContext.Cohort().Slug);

    public async Task OnGetAsync()
    {
        Access = HttpContext.Cohort();
        Book = await CodeBook.ReadAsync(grains, Access.Slug);
    }

    public Task<IActionResult> OnPostAddAsync(string? id, string? name, string? description, string? parent)
    {
        New = new(null, name, description, parent, null);
        var made = FormIds.Of(id);
        return DoAsync(made, Grain.Add(made, User.LearnerId(), new(name ?? "", FindingForm.Lines(description), None(parent))), "name");
    }

    public Task<IActionResult> OnPostEditAsync(string? id, string? name, string? description, string? parent, int? pattern, int seen)
    {
        Typed = new(id, name, description, parent ?? "", pattern);
        return DoAsync(id, Grain.Edit(id ?? "", new(name ?? "", FindingForm.Lines(description), None(parent), pattern), seen), $"name-{id}");
    }

    public Task<IActionResult> OnPostMergeAsync(string? id, string? into, int seen) => DoAsync(into, Grain.Merge(id ?? "", into ?? "", seen));

    public Task<IActionResult> OnPostUnmergeAsync(string? id) => DoAsync(id, Grain.Unmerge(id ?? ""));

    /// <param name="split">Made when the form was rendered: the ids of the parts come from it.</param>
    /// <param name="parts">The names of the parts, one a line.</param>
    public Task<IActionResult> OnPostSplitAsync(string? id, string? split, string? parts, int seen)
    {
        Typed = new(id, null, null, null, null, parts);
        var names = FindingForm.Lines(parts).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var from = FormIds.Of(split);
        return DoAsync(id, Grain.Split(id ?? "", User.LearnerId(), [.. names.Select((name, place) => new CodePart(PartId(from, place), name))], seen), $"parts-{id}");
    }

    private static string? None(string? chosen) => string.IsNullOrEmpty(chosen) ? null : chosen;

    /// <summary>The same part has the same id when the form is sent again.</summary>
    private static string PartId(string split, int place) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{split}/{place}"))[..16]).ToString();

    private async Task<IActionResult> DoAsync(string? code, Task<Outcome> command, string? field = null)
    {
        var outcome = await command;
        if (outcome.Accepted)
        {
            return Redirect($"/c/{HttpContext.Cohort().Slug}/evaluate/coding/codebook#code-{code}");
        }

        await OnGetAsync();
        Typed = Typed is null ? null : Typed with { Conflicts = outcome.Code == "code.changed-meanwhile" };
        return this.Refuse(reader.Words, outcome, field);
    }
}
