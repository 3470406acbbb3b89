using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>A question, and who codes its answers.</summary>
/// <param name="Texts">How many answers may be coded.</param>
/// <param name="Waits">Whether they come when the form is closed.</param>
/// <param name="Mine">The reader's own reading, if they have begun.</param>
/// <param name="Comparable">Readings that the reader's own may be compared with.</param>
public sealed record QuestionRow(
    CodedQuestion Question, int Texts, bool Waits, CodingView? Mine, IReadOnlyList<(string Name, bool Done)> Coders, IReadOnlyList<CodingView> Comparable, bool AnyDone);

/// <summary>The answers in words that wait to be coded, and the codebook.</summary>
public sealed class CodingIndexModel(IGrainFactory grains, Reader reader) : PageModel
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    public CohortAccess Access { get; private set; } = null!;

    /// <summary>When the answers were counted, if that is a while ago.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];

    /// <summary>The same question, however often it was asked.</summary>
    public IEnumerable<IGrouping<(string Form, string Question), QuestionRow>> Groups =>
        Questions.GroupBy(row => (row.Question.Form.Definition.Form, row.Question.Question.Id)).OrderBy(asked => asked.All(row => row.Mine is null));

    public CodeBook Book { get; private set; } = new([]);

    public Names Names { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Access = HttpContext.Cohort();
        Book = await CodeBook.ReadAsync(grains, Access.Slug);
        var desk = grains.CodingDesk(Access.Slug);
        var codings = await desk.Codings();
        Names = await Names.ReadAsync(grains, Access.Slug, reader.Words, codings.Select(coding => coding.Key.Coder));
        var questions = await CodedQuestion.AllAsync(grains, Access.Slug);
        var codable = await desk.Codable();
        CountedAt = reader.Now - codable.AsOf > Stale ? codable.AsOf : null;
        Questions = [.. questions.Select(question => Row(
            question,
            codable.Texts(question.Form.Id, question.Question.Id),
            [.. codings.Where(coding => coding.Key.Form == question.Form.Id && coding.Key.Question == question.Question.Id)]))];
    }

    private QuestionRow Row(CodedQuestion question, int texts, List<CodingView> codings)
    {
        var me = User.LearnerId();
        var mine = codings.Find(coding => coding.Key.Coder == me);
        return new(
            question,
            texts,
            question.Form.Definition.Level == FormLevel.Anonymous && question.Form.IsOpenAt(reader.Now),
            mine,
            [.. codings.Where(coding => coding.Key.Coder != me).Select(coding => (Names[coding.Key.Coder], coding.Done is not null))],
            mine?.Done is null ? [] : [.. codings.Where(coding => coding.Key.Coder != me && coding.Done is not null)],
            codings.Exists(coding => coding.Done is not null));
    }
}
