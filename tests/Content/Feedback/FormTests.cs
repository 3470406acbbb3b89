using CohortCourses.Content.Courses;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Feedback;

public sealed class FormTests
{
    private const string Head = "id: f\nkind: mid\nlevel: anonymous\ntitle: { en: The form, fr: Le formulaire }\nminutes: 1\nquestions:\n";

    [Fact]
    public void Text_ThatALanguageLacks_FallsBackToTheSource()
    {
        var form = Read("  - { id: q, kind: long, text: { en: What did you like?, fr: Qu’avez-vous aimé ? }, help: { en: Take your time. } }\n").Revision!.FindForm("f")!;

        var question = form.Questions.Single();
        Assert.Equal(("Qu’avez-vous aimé ?", "fr"), (question.Text.In("fr").Text, question.Text.In("fr").Language));
        Assert.Equal("en", question.Help!.In("fr").Language);
        Assert.Equal((2, 1), (form.Completeness["fr"].Translated, form.Completeness["fr"].Missing));
        Assert.True(form.Completeness["en"].IsComplete);
    }

    [Fact]
    public void Completeness_OfTheCourse_CountsItsForms()
    {
        var without = CourseReader.Read(CourseFiles.Of(ExampleCourse.Id, ExampleCourse.Files())).Revision!;
        var with = Read("  - { id: q, kind: long, text: { en: What did you like? } }\n").Revision!;

        Assert.Equal(without.Completeness["fr"].Missing + 1, with.Completeness["fr"].Missing);
    }

    [Fact]
    public void AChoice_WithoutALabelInTheSourceLanguage_KeepsTheCourseFromBeingPublished()
    {
        var reading = Read("  - id: q\n    kind: one\n    text: { en: Which? }\n    choices:\n      - { id: a, fr: Un }\n      - { id: b, en: Two }\n");

        Assert.Null(reading.Revision);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("example/forms/f.yaml", 11), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("forms/Feedback.yaml")]
    [InlineData("forms/not a name.yaml")]
    public void AFile_WhoseNameCannotBeAnId_IsRefused(string path) => Assert.Contains(
        CourseReader.Read(ExampleCourse.With(path, Head)).Problems, problem => problem.What.Contains("cannot be an id", StringComparison.Ordinal));

    [Fact]
    public void AForm_ThatIsNoYaml_IsRefusedWithItsLine()
    {
        var problem = Assert.Single(CourseReader.Read(ExampleCourse.With("forms/f.yaml", "id: f\nkind: [mid\n")).Problems);

        Assert.Equal("example/forms/f.yaml", problem.File);
        Assert.True(problem.Line > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("questions: 3\n")]
    [InlineData("id: [f]\nkind: {}\nlevel:\ntitle: f\nquestions: [1, 2]\n")]
    [InlineData("questions:\n  - { kind: one, choices: [{}] }\n  - { kind: matrix, rows: [{ id: A }], levels: [{}] }\n  - { if: {}, kind: scale }\n")]
    public void AForm_ThatIsAnythingElse_IsRefusedAndNeverThrows(string text)
    {
        var reading = CourseReader.Read(ExampleCourse.With("forms/f.yaml", text));

        Assert.Null(reading.Revision);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void CompletionRule_NamesItsForms()
    {
        var files = ExampleCourse.Files();
        files["course.yaml"] = files["course.yaml"].Replace("modules: 1", "modules: 1\n  forms: [f]", StringComparison.Ordinal);
        files["forms/f.yaml"] = Head + "  - { id: q, kind: long, text: { en: What? } }\n";

        Assert.Equal(["f"], CourseReader.Read(CourseFiles.Of(ExampleCourse.Id, files)).Revision!.Completion.Forms);
    }

    private static CourseReading Read(string questions) => CourseReader.Read(ExampleCourse.With("forms/f.yaml", Head + questions));
}
