using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>What coding comes to as it stands now: which share of the texts is about what, and how far the reader agrees with other coders.</summary>
internal static class CodedFigures
{
    private const int With = 1;

    /// <summary>Of the questions that somebody has read whole.</summary>
    public static async Task<IReadOnlyList<FrozenFigureView>> OfAsync(IGrainFactory grains, string cohort, Reader reader, string coder)
    {
        var done = (await grains.CodingDesk(cohort).Codings()).Where(coding => coding.Done is not null).Select(coding => coding.Key).ToList();
        if (done.Count == 0)
        {
            return [];
        }

        var book = await CodeBook.ReadAsync(grains, cohort);
        var questions = (await CodedQuestion.AllAsync(grains, cohort)).Where(question => done.Exists(key => IsOf(key, question)));
        var figures = await Task.WhenAll(questions.Select(async question => (IEnumerable<FrozenFigureView>)
        [
            .. await ThemesAsync(grains, cohort, reader, book, question),
            .. await AgreementAsync(grains, cohort, reader, question, coder, [.. done.Where(key => IsOf(key, question))]),
        ]));
        return [.. figures.SelectMany(some => some)];
    }

    private static async Task<IEnumerable<FrozenFigureView>> ThemesAsync(IGrainFactory grains, string cohort, Reader reader, CodeBook book, CodedQuestion question) =>
        from theme in await grains.CodingDesk(cohort).Themes(question.Form.Id, question.Question.Id)
        where theme.Figure.N >= SmallestGroup.Size && theme.Figure.Shares.Length > With
        let share = theme.Figure.Shares[With]
        select new FrozenFigureView(
            FigurePlaces.Theme(question, theme.Code),
            reader.Words.Get("evidence.theme", ("code", book.ById[theme.Code].Name), ("question", question.Title(reader))).Short(200),
            share.Share,
            FigureUnit.Share,
            share.N,
            share.Low,
            share.High,
            reader.Now);

    /// <summary>With each of the other coders; who they are stands nowhere in it.</summary>
    private static async Task<IEnumerable<FrozenFigureView>> AgreementAsync(
        IGrainFactory grains, string cohort, Reader reader, CodedQuestion question, string coder, IReadOnlyList<CodingKey> done)
    {
        if (done.FirstOrDefault(key => key.Coder == coder) is not { } mine)
        {
            return [];
        }

        var replies = await Task.WhenAll(done.Where(key => key.Coder != coder).Select(other => grains.CodingDesk(cohort).Compare(mine, other, coder)));
        return replies.Select(reply => reply.View).OfType<CodersView>().Where(view => view.Texts >= SmallestGroup.Size && view.Overall.Kappa is not null).Select((view, index) => new FrozenFigureView(
            FigurePlaces.Agreement(question, index + 1),
            reader.Words.Get("evidence.agreement", ("question", question.Title(reader))).Short(200),
            view.Overall.Kappa,
            FigureUnit.Agreement,
            view.Overall.N,
            view.Overall.Low,
            view.Overall.High,
            reader.Now));
    }

    private static bool IsOf(CodingKey key, CodedQuestion question) => key.Form == question.Form.Id && key.Question == question.Question.Id;
}
