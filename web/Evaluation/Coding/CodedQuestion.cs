using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>A question of an opened form that is answered in words.</summary>
public sealed record CodedQuestion(FormView Form, QuestionDefinition Question)
{
    public string Path => $"{Form.Id}/{Question.Id}";

    /// <summary>What the form is called and which week it is about.</summary>
    public string Title(Reader reader)
    {
        var title = In(Form.Definition.Title, reader.Language.Tag);
        return Form.Week is { } week ? reader.Words.Get("coding.form-in-week", ("title", title), ("week", week)) : title;
    }

    public string Text(Reader reader) => In(Question.Text, reader.Language.Tag);

    /// <summary>All that may be coded, the newest first.</summary>
    public static async Task<IReadOnlyList<CodedQuestion>> AllAsync(IGrainFactory grains, string cohort) =>
    [
        .. (await grains.Forms(cohort).List()).Reverse()
            .Where(form => form.Definition.Level != FormLevel.Named)
            .SelectMany(form => form.Definition.Questions.Where(question => question.Kind is QuestionKind.Short or QuestionKind.Long).Select(question => new CodedQuestion(form, question))),
    ];

    public static async Task<CodedQuestion?> FindAsync(IGrainFactory grains, string cohort, string form, string question) =>
        (await AllAsync(grains, cohort)).FirstOrDefault(one => one.Form.Id == form && one.Question.Id == question);

    private string In(IReadOnlyDictionary<string, string> texts, string language) => texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault(Form.Definition.Language) ?? texts.Values.First();
}
