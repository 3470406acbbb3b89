using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>The reader's coding beside another coder's, once both are done: how far they agree, and where they do not.</summary>
public sealed class ComparePageModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CodedQuestion Question { get; private set; } = null!;

    public CodeBook Book { get; private set; } = new([]);

    /// <summary>The name of the other coder.</summary>
    public string Other { get; private set; } = "";

    /// <summary>Null as long as it may not be shown.</summary>
    public CodersView? View { get; private set; }

    /// <param name="with">The learner id of the other coder.</param>
    public async Task<IActionResult> OnGetAsync(string form, string question, string? with)
    {
        Access = HttpContext.Cohort();
        if (await CodedQuestion.FindAsync(grains, Access.Slug, form, question) is not { } found)
        {
            return NotFound();
        }

        Question = found;
        var mine = new CodingKey(form, question, User.LearnerId());
        var reply = await grains.CodingDesk(Access.Slug).Compare(mine, mine with { Coder = with ?? "" }, User.LearnerId());
        if (!reply.Outcome.Accepted)
        {
            return this.Refuse(reader.Words, reply.Outcome);
        }

        View = reply.View;
        Book = await CodeBook.ReadAsync(grains, Access.Slug);
        Other = (await Names.ReadAsync(grains, Access.Slug, reader.Words, [with]))[with];
        return Page();
    }
}

internal static class AgreementWords
{
    /// <summary>Such as <c>0.71 (0.55 to 0.87)</c>.</summary>
    public static string Kappa(this Words words, AgreementView agreement) => agreement switch
    {
        { Kappa: { } kappa, Low: { } low, High: { } high } => words.Get("figure.with-interval", ("value", words.Two(kappa)), ("low", words.Two(low)), ("high", words.Two(high))),
        { Kappa: { } kappa } => words.Two(kappa),
        _ => "–",
    };

    public static string Share(this Words words, double? share) => share?.ToString("P0", words.Culture) ?? "–";

    private static string Two(this Words words, double value) => value.ToString("0.00", words.Culture);
}
