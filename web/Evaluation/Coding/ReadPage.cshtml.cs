using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>One answer after the other, to be coded: sentences are ticked, or words are selected where there is a script.</summary>
public sealed class ReadPageModel(IGrainFactory grains, Reader reader) : PageModel
{
    private ILookup<string, PassageView> passages = Enumerable.Empty<PassageView>().ToLookup(_ => "");

    public CohortAccess Access { get; private set; } = null!;

    public CodedQuestion Question { get; private set; } = null!;

    public IReadOnlyList<CodingText> Texts { get; private set; } = [];

    public CodingText? Text { get; private set; }

    public IReadOnlyList<Sentence> Sentences { get; private set; } = [];

    public CodeBook Book { get; private set; } = new([]);

    /// <summary>Since when the reader says that they are done.</summary>
    public DateTimeOffset? Done { get; private set; }

    /// <summary>Whether another coder is done as well, so that both rest.</summary>
    public bool IsShut { get; private set; }

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public string? Code { get; private set; }

    public string? NewName { get; private set; }

    public string NewId { get; } = FormIds.New();

    public string NewCodeId { get; } = FormIds.New();

    /// <summary>What the reader coded in this text.</summary>
    public IEnumerable<PassageView> Mine => Text is null ? [] : passages[Text.Key].OrderBy(passage => passage.Start);

    public int ReadSoFar => Texts.Count(text => passages.Contains(text.Key));

    public int Number => Texts.Index().First(text => text.Item == Text).Index + 1;

    public string? Before => Number > 1 ? Texts[Number - 2].Key : null;

    public string? After => Number < Texts.Count ? Texts[Number].Key : null;

    private CodingKey Key => new(Question.Form.Id, Question.Question.Id, User.LearnerId());

    private ICodingDeskGrain Desk => grains.CodingDesk(HttpContext.Cohort().Slug);

    public async Task<IActionResult> OnGetAsync(string form, string question, string? text) => await LoadAsync(form, question, text) ? Page() : NotFound();

    /// <param name="sentence">The sentences that were ticked; the passage reaches from the first to the last.</param>
    /// <param name="start">With <paramref name="end"/> the selected words, where there is a script.</param>
    /// <param name="name">A new code, in place of <paramref name="code"/>.</param>
    public async Task<IActionResult> OnPostCodeAsync(string form, string question, string? text, string? id, string? codeId, string[] sentence, int? start, int? end, string? code, string? name, bool mayQuote)
    {
        if (!await LoadAsync(form, question, text) || Text is null)
        {
            return NotFound();
        }

        (Chosen, Code, NewName) = (sentence, code, name);
        var place = start is { } from && end is { } to ? (from, to) : Sentence.Read(sentence);
        if (place is not var (first, last))
        {
            return this.Refuse(reader.Words, Outcome.Refused("coding.range"), Sentences.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"s-{Sentences[0].Start}") : null);
        }

        var (chosen, refused) = await CodeAsync(codeId, code, name);
        var outcome = refused ?? await Desk.Code(Key, new(FormIds.Of(id), Text.Key, chosen, first, last, mayQuote));
        return outcome.Accepted ? Here(Text.Key) : this.Refuse(reader.Words, outcome, outcome.Code?.StartsWith("code.", StringComparison.Ordinal) == true ? "name" : null);
    }

    /// <summary>Notes that there is nothing to code in a text, and goes on to the next.</summary>
    public async Task<IActionResult> OnPostNothingAsync(string form, string question, string? text, string? id)
    {
        if (!await LoadAsync(form, question, text) || Text is null)
        {
            return NotFound();
        }

        var outcome = await Desk.Code(Key, new(FormIds.Of(id), Text.Key, PassageView.Nothing, 0, Text.Words.EnumerateRunes().Count()));
        return outcome.Accepted ? Here(After ?? Text.Key) : this.Refuse(reader.Words, outcome);
    }

    public Task<IActionResult> OnPostUncodeAsync(string form, string question, string? text, string? passage) => DoAsync(form, question, text, () => Desk.Uncode(Key, passage ?? ""));

    public Task<IActionResult> OnPostQuoteAsync(string form, string question, string? text, string? passage, bool may) =>
        DoAsync(form, question, text, () => Desk.Change(Key, passage ?? "", null, may));

    public Task<IActionResult> OnPostDoneAsync(string form, string question, string? text) => DoAsync(form, question, text, () => Desk.SayDone(Key));

    public Task<IActionResult> OnPostOnAsync(string form, string question, string? text) => DoAsync(form, question, text, () => Desk.GoOn(Key));

    public IReadOnlyList<CodedStretch> Stretches(Sentence sentence) => CodedText.Of(sentence, Mine, Book.ById);

    private async Task<IActionResult> DoAsync(string form, string question, string? text, Func<Task<Outcome>> command)
    {
        if (!await LoadAsync(form, question, text))
        {
            return NotFound();
        }

        var outcome = await command();
        return outcome.Accepted ? Here(Text?.Key) : this.Refuse(reader.Words, outcome);
    }

    /// <summary>The code that was chosen, or the new one that was named: added first, unless there is one of that name.</summary>
    private async Task<(string Code, Outcome? Refused)> CodeAsync(string? codeId, string? code, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return code is null ? ("", Outcome.Refused("code.name-empty")) : (code, null);
        }

        if (Book.Named(name.Trim()) is { } known)
        {
            return (known.Id, null);
        }

        var id = FormIds.Of(codeId);
        var added = await grains.Codebook(Access.Slug).Add(id, User.LearnerId(), new(name));
        return (id, added.Accepted ? null : added);
    }

    private RedirectResult Here(string? text) => Redirect($"/c/{Access.Slug}/evaluate/coding/read/{Question.Path}?text={text}");

    private async Task<bool> LoadAsync(string form, string question, string? text)
    {
        Access = HttpContext.Cohort();
        if (await CodedQuestion.FindAsync(grains, Access.Slug, form, question) is not { } found)
        {
            return false;
        }

        Question = found;
        Texts = await Desk.Texts(form, question);
        Book = await CodeBook.ReadAsync(grains, Access.Slug);
        var known = Texts.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        passages = ((await Desk.Passages(Key, User.LearnerId())) ?? []).Where(passage => known.Contains(passage.Text)).ToLookup(passage => passage.Text, StringComparer.Ordinal);
        var codings = (await Desk.Codings()).Where(coding => coding.Key with { Coder = "" } == Key with { Coder = "" }).ToList();
        Done = codings.Find(coding => coding.Key == Key)?.Done;
        IsShut = codings.Exists(coding => coding.Key != Key && coding.Done is not null);
        Text = Texts.FirstOrDefault(one => one.Key == text) ?? Texts.FirstOrDefault(one => !passages.Contains(one.Key)) ?? (Texts.Count > 0 ? Texts[0] : null);
        Sentences = Text is null ? [] : Evaluation.Sentences.Of(Text.Words);
        return true;
    }
}
