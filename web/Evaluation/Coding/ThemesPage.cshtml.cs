using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>One code in the answers to one opened form.</summary>
/// <param name="Share">Of the texts that have it; null where that is not shown.</param>
/// <param name="ByTrack">In the order of the tracks; empty where they are not told apart.</param>
public sealed record ThemeCell(string Code, ShareView? Share, IReadOnlyList<ShareView?> ByTrack);

/// <summary>What the answers to one opened form are about.</summary>
public sealed record ThemeWeek(CodedQuestion Question, int N, IReadOnlyList<GroupView> Tracks, IReadOnlyList<ThemeCell> Themes)
{
    private const int With = 1;

    public ThemeCell? Of(string code) => Themes.FirstOrDefault(theme => theme.Code == code);

    public static ThemeWeek From(CodedQuestion question, int texts, IReadOnlyList<ThemeView> themes)
    {
        var table = themes.SelectMany(theme => theme.Figure.By).FirstOrDefault(by => by.Attribute == "track");
        return new(question, texts, table is null ? [] : [.. table.Rows.Select(row => row.Group)], [.. themes.Select(theme => new ThemeCell(
            theme.Code,
            theme.Figure.Shares.Length > With ? theme.Figure.Shares[With] : null,
            theme.Figure.By.FirstOrDefault(by => by.Attribute == "track") is { } rows ? [.. rows.Rows.Select(row => row.Shares[With])] : []))]);
    }
}

/// <summary>What people write about, week by week and by track; no group of fewer than five is in it.</summary>
public sealed class ThemesPageModel(IGrainFactory grains) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CodeBook Book { get; private set; } = new([]);

    public CodedQuestion Question { get; private set; } = null!;

    /// <summary>Those that five or more wrote in.</summary>
    public IReadOnlyList<ThemeWeek> Weeks { get; private set; } = [];

    /// <summary>The codes that somebody found anywhere.</summary>
    public IEnumerable<CodeView> Codes => Book.Tree.Select(entry => entry.Code).Where(code => Weeks.Any(week => week.Of(code.Id) is not null));

    /// <param name="form">The id that the course gives the form, the same in every week.</param>
    public async Task<IActionResult> OnGetAsync(string? form, string? question)
    {
        Access = HttpContext.Cohort();
        Book = await CodeBook.ReadAsync(grains, Access.Slug);
        var desk = grains.CodingDesk(Access.Slug);
        var asked = (await CodedQuestion.AllAsync(grains, Access.Slug)).Where(one => one.Form.Definition.Form == form && one.Question.Id == question).Reverse().ToList();
        if (asked.Count == 0)
        {
            return Redirect($"/c/{Access.Slug}/evaluate/coding");
        }

        Question = asked[0];
        var weeks = await Task.WhenAll(asked.Select(async one => await desk.Themes(one.Form.Id, one.Question.Id) is { IsEmpty: false } themes
            ? ThemeWeek.From(one, (await desk.Texts(one.Form.Id, one.Question.Id)).Length, themes)
            : null));
        Weeks = [.. weeks.OfType<ThemeWeek>().Where(week => week.N >= SmallestGroup.Size)];
        return Page();
    }
}
