using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Exports;
using CohortCourses.Exports.Qda;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>Free text: for each question and language what was written in all weeks. One question at a time stands in memory.</summary>
internal static class ExportTexts
{
    /// <summary>The language of texts whose language nobody kept, in BCP 47.</summary>
    private const string Undetermined = "und";

    /// <summary>All GUIDs of projects follow from it.</summary>
    private static readonly Guid Space = new("2f0c9a52-7c1f-4f3e-8a4e-4d0f7d0b9c11");

    public static async IAsyncEnumerable<TextCollection> Collections(ExportRun run, CodedAnswers? coded, [EnumeratorCancellation] CancellationToken stop)
    {
        var questions = run.Forms.SelectMany(form => form.Definition.Questions.Where(IsText).Select(question => (form.Definition.Form, question.Id))).Distinct();
        foreach (var (formId, questionId) in questions)
        {
            var spoken = new SortedDictionary<string, List<SpokenText>>(StringComparer.Ordinal);
            var title = "";
            foreach (var form in run.Forms.Where(form => form.Definition.Form == formId))
            {
                if (form.Definition.Questions.FirstOrDefault(question => question.Id == questionId && IsText(question)) is { } question)
                {
                    title = run.Say(question.Text, form.Definition).Text;
                    await Collect(run, coded, form, question, spoken, stop);
                }
            }

            foreach (var (language, texts) in spoken)
            {
                yield return new($"{formId}-{questionId}", title, language, _ => texts.ToAsyncEnumerable());
            }
        }
    }

    public static async Task<QdaProject> Project(ExportRun run, CancellationToken stop)
    {
        var coded = await CodedAnswers.Read(run);
        return new(
            NamedGuid.Of(Space, $"{run.Cohort.Cohort}/{run.Label}"),
            run.Cohort.Name,
            run.Words.Get("exports.project", ("cohort", run.Cohort.Name)),
            [.. coded.Coders.Select(coder => new QdaCoder(coder, coder))],
            [.. coded.Codes.Where(code => code.Stands && Parent(coded, code) is null).Select(code => Code(coded, code))],
            PeopleTables.Completion(run),
            Collections(run, coded, stop));
    }

    private static async Task Collect(ExportRun run, CodedAnswers? coded, FormView form, QuestionDefinition question, SortedDictionary<string, List<SpokenText>> spoken, CancellationToken stop)
    {
        var place = form.Definition.Questions.IndexOf(question);
        var passages = coded?.Has(form.Id, question.Id) == true ? await coded.Of(form.Id, question.Id) : null;
        foreach (var given in await GivenAnswers.Of(run, form, stop))
        {
            if (given.Answers[place] is [{ Length: > 0 } text, ..])
            {
                var language = given.Language ?? Undetermined;
                if (!spoken.TryGetValue(language, out var texts))
                {
                    spoken[language] = texts = [];
                }

                texts.Add(new(given.Key, form.Id, text, form.Definition.Level != FormLevel.Anonymous, Spans(passages?[given.CodingKey])));
            }
        }
    }

    private static ImmutableArray<CodedSpan> Spans(IEnumerable<Coded>? passages) =>
        passages is null ? [] : [.. passages.Where(one => one.Code is not null).Select(one => new CodedSpan(one.Passage.Start, one.Passage.End, one.Code!.Id, one.Coder)).Distinct()];

    private static QdaCode Code(CodedAnswers coded, CodeView code) => new(
        code.Id, code.Name, code.Description, null, [.. coded.Codes.Where(child => child.Stands && Parent(coded, child) == code.Id).Select(child => Code(coded, child))]);

    /// <summary>The code that stands above another one; null at the top.</summary>
    private static string? Parent(CodedAnswers coded, CodeView code) =>
        coded.Codes.FirstOrDefault(parent => parent.Id == code.Parent) is { } given && given.StandsAs != code.Id ? given.StandsAs : null;

    private static bool IsText(QuestionDefinition question) => question.Kind is QuestionKind.Short or QuestionKind.Long;
}
