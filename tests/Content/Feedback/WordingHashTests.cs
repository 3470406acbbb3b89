using CohortCourses.Content.Courses;
using CohortCourses.Content.Feedback;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Feedback;

public sealed class WordingHashTests
{
    private const string Asked = """
          - id: first
            kind: one
            text: { en: Was it so? }
            choices:
              - { id: a, en: Yes }
              - { id: b, en: No }
          - id: q
            kind: matrix
            heading: { en: Part two }
            text: { en: "How useful were these parts?" }
            help: { en: Think of last week. }
            rows:
              - { id: page, en: The page }
              - { id: call, en: The call }
            levels:
              - { en: Not useful }
              - { en: Useful }
        """;

    [Theory]
    [InlineData("How useful were these parts?", "How useful were those parts?")]
    [InlineData("Think of last week.", "Think of this week.")]
    [InlineData("Part two", "Part three")]
    [InlineData("The page", "The pages")]
    [InlineData("id: call", "id: meeting")]
    [InlineData("Not useful", "Useless")]
    [InlineData("      - { en: Useful }", "      - { en: Useful }\n      - { en: Very useful }")]
    [InlineData("    help: { en: Think of last week. }\n", "")]
    public void Hash_WhenARespondentReadsSomethingElse_IsAnother(string then, string now) => Assert.NotEqual(Hash(Asked), Hash(Change(then, now)));

    [Theory]
    [InlineData("en: The page }", "en: The page, fr: La page }")]
    [InlineData("kind: matrix", "kind: matrix\n    required: true")]
    [InlineData("kind: matrix", "kind: matrix\n    if: { question: first, is: [a] }")]
    [InlineData("How useful were these parts?", "How useful  were these parts?")]
    public void Hash_WhenARespondentReadsTheSame_IsTheSame(string then, string now) => Assert.Equal(Hash(Asked), Hash(Change(then, now)));

    [Fact]
    public void Hash_IsTwelveDigits() => Assert.Matches("^[0-9a-f]{12}$", Hash(Asked));

    [Fact]
    public void Hash_OfTheLabelsOfTheEnds_CountsAsWell()
    {
        const string recommend = "  - { id: q, kind: recommend, text: { en: Would you? }, low: { en: No }, high: { en: Yes } }\n";

        Assert.NotEqual(Hash(recommend), Hash(recommend.Replace("en: Yes", "en: Surely", StringComparison.Ordinal)));
    }

    private static string Change(string then, string now)
    {
        Assert.Contains(then, Asked, StringComparison.Ordinal);
        return Asked.Replace(then, now, StringComparison.Ordinal);
    }

    private static string Hash(string questions)
    {
        var reading = CourseReader.Read(ExampleCourse.With("forms/f.yaml", "id: f\nkind: mid\nlevel: anonymous\ntitle: { en: F }\nminutes: 1\nquestions:\n" + questions));
        Assert.Empty(reading.Problems);
        return reading.Revision!.FindForm("f")!.Questions.Single(question => question.Id == "q").WordingHash;
    }
}
