using CohortCourses.Contracts.Evaluation;
using CohortCourses.Grains.Documents;
using Rules = CohortCourses.Domain.Evaluation;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Between what is true of codes and passages and what crosses a call.</summary>
internal static class CodingMapping
{
    public static Rules.CodeWords ToDomain(this CodeText text) => new(text.Name, text.Description, text.Parent, text.Pattern);

    public static CodeView ToView(this Rules.Code code, Rules.Codebook book) => new(
        code.Id, code.Name, code.Description, code.Parent, code.Pattern, code.By, code.Version, book.Resolve(code.Id)?.Id ?? code.Id);

    public static Rules.Codebook ToDomain(this IEnumerable<CodeView> codes) => new(
        [.. codes.Select(code => new Rules.Code(code.Id, code.Name, code.Description, code.Parent, code.Pattern, code.By) { MergedInto = code.Stands ? null : code.StandsAs, Version = code.Version })]);

    public static Rules.Passage ToDomain(this PassageView passage) => new(passage.Id, passage.Text, passage.Code, passage.Start, passage.End, passage.MayQuote);

    public static PassageView ToView(this Rules.Passage passage) => new(passage.Id, passage.Text, passage.Code, passage.Start, passage.End, passage.MayQuote);

    public static bool MaySee(this Rules.CodingDesk desk, CodingKey coding, string reader) => desk.MaySee(coding.Form, coding.Question, reader, coding.Coder);

    public static CodersView ToView(this Rules.Comparison comparison, IReadOnlyDictionary<string, CodingText> texts) => new(
        texts.Count,
        comparison.Overall.ToView(),
        [.. comparison.Codes.Select(code => new CodeAgreementView(code.Code, code.Agreement.ToView(), code.Both, code.FirstOnly, code.SecondOnly))],
        [.. comparison.Apart.Select(apart => new CodedApartView(texts[apart.Text], apart.Both, apart.FirstOnly, apart.SecondOnly))]);

    private static AgreementView ToView(this Rules.Agreement agreement) => new(agreement.N, agreement.Observed, agreement.Kappa, agreement.Interval?.Low, agreement.Interval?.High);

    public static CodingView ToView(this Rules.Coding coding) => new(new(coding.Form, coding.Question, coding.Coder), coding.Done.ToOffset());
}
