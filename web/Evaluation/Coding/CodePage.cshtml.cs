using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>What the reader coded with one code, in all questions; where the code has parts, to be sorted into them.</summary>
public sealed class CodePageModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CodeView Code { get; private set; } = null!;

    public IReadOnlyList<CodeView> Parts { get; private set; } = [];

    public IReadOnlyList<FoundPassage> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid code) => await LoadAsync(code) ? Page() : NotFound();

    public Task<IActionResult> OnPostSortAsync(Guid code, string? about, string? passage, string? to) => DoAsync(code, about, passage, (desk, key) => desk.Change(key, passage ?? "", to, null));

    public Task<IActionResult> OnPostQuoteAsync(Guid code, string? about, string? passage, bool may) => DoAsync(code, about, passage, (desk, key) => desk.Change(key, passage ?? "", null, may));

    private async Task<IActionResult> DoAsync(Guid code, string? about, string? passage, Func<ICodingDeskGrain, CodingKey, Task<Outcome>> command)
    {
        if (!await LoadAsync(code))
        {
            return NotFound();
        }

        var outcome = Passages.FirstOrDefault(one => one.Passage.Id == passage && one.Question.Path == about) is { } found
            ? await command(grains.CodingDesk(Access.Slug), new(found.Question.Form.Id, found.Question.Question.Id, User.LearnerId()))
            : Outcome.Refused("coding.unknown-passage");
        return outcome.Accepted ? Redirect($"/c/{Access.Slug}/evaluate/coding/codes/{code}") : this.Refuse(reader.Words, outcome);
    }

    private async Task<bool> LoadAsync(Guid code)
    {
        Access = HttpContext.Cohort();
        var book = await CodeBook.ReadAsync(grains, Access.Slug);
        if (book.Find(code.ToString()) is not { } found)
        {
            return false;
        }

        Code = book.ById[found.Id];
        Parts = [.. book.PartsOf(Code.Id)];
        Passages = [.. (await FoundPassage.OfAsync(grains, Access.Slug, User.LearnerId())).Where(one => book.ById.GetValueOrDefault(one.Passage.Code)?.Id == Code.Id)];
        return true;
    }
}

/// <summary>A passage with the words that stand there.</summary>
public sealed record FoundPassage(CodedQuestion Question, PassageView Passage, string Words, string? Language)
{
    /// <summary>Everything that somebody coded in texts that may still be read.</summary>
    public static async Task<IReadOnlyList<FoundPassage>> OfAsync(IGrainFactory grains, string cohort, string coder)
    {
        var desk = grains.CodingDesk(cohort);
        var questions = (await CodedQuestion.AllAsync(grains, cohort)).ToDictionary(question => question.Path, StringComparer.Ordinal);
        var found = new List<FoundPassage>();
        foreach (var coding in (await desk.Codings()).Where(coding => coding.Key.Coder == coder))
        {
            if (questions.TryGetValue($"{coding.Key.Form}/{coding.Key.Question}", out var question))
            {
                var texts = (await desk.Texts(coding.Key.Form, coding.Key.Question)).ToDictionary(text => text.Key, StringComparer.Ordinal);
                found.AddRange((await desk.Passages(coding.Key, coder) ?? [])
                    .Where(passage => passage.Code != PassageView.Nothing && texts.ContainsKey(passage.Text))
                    .Select(passage => new FoundPassage(question, passage, CodedText.WordsOf(texts[passage.Text].Words, passage), texts[passage.Text].Language)));
            }
        }

        return found;
    }
}
