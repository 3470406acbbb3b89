using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;

namespace CohortCourses.Tests.Content.Courses;

/// <summary>The courses of this repository, as the server will publish them.</summary>
public sealed partial class RealCoursesTests
{
    private static readonly CourseLibrary Library = CourseLibrary.Load(RepositoryFolder.Content);
    private static readonly ModuleRenderer Renderer = new(language => new EnglishWords(language), new PageAddresses());

    public static TheoryData<string, int, string> Pages()
    {
        var pages = new TheoryData<string, int, string>();
        foreach (var course in Library.Courses.Select(course => course.Revision).OfType<CourseRevision>())
        {
            foreach (var week in course.Weeks)
            {
                foreach (var language in course.Languages)
                {
                    pages.Add(course.Id, week.Number, language);
                }
            }
        }

        return pages;
    }

    [Fact]
    public void Load_HasNoProblem()
    {
        Assert.Equal(["building-partnerships", "safer-communities"], Library.Courses.Select(course => course.Id));
        Assert.All(Library.Courses, course => Assert.Empty(course.Problems));
        Assert.All(Library.Courses, course => Assert.Equal(8, course.Revision!.Weeks.Length));
    }

    [Theory]
    [InlineData("building-partnerships", "fr", new[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    [InlineData("building-partnerships", "ar", new[] { 1, 2 })]
    [InlineData("safer-communities", "fr", new[] { 1 })]
    public void Weeks_ThatAreTranslated_AreTranslatedWhole(string course, string language, int[] weeks)
    {
        var revision = Library.Find(course)!;

        Assert.Equal(weeks, revision.Weeks.Where(week => week.Completeness[language].IsComplete).Select(week => week.Number));
        Assert.True(Renderer.About(revision, language).Completeness.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_IsSafeAndInOrder(string course, int week, string language)
    {
        var page = Parse(course, week, language);

        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, embed, form, [style], [srcdoc]"));
        Assert.DoesNotContain(page.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href^='http']"), link => Assert.Equal("noopener", link.GetAttribute("rel")));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.False(string.IsNullOrWhiteSpace(image.GetAttribute("alt"))));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(2, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasAnActivityAReflectionAndADiscussion(string course, int week, string language)
    {
        var page = Parse(course, week, language);

        Assert.NotEmpty(page.QuerySelectorAll("section.activity"));
        Assert.NotEmpty(page.QuerySelectorAll("section.reflection"));
        Assert.Single(page.QuerySelectorAll("section.discussion"));
        Assert.InRange(Library.Find(course)!.Weeks[week - 1].Outcomes.Length, 3, 4);
    }

    [Fact]
    public void Page_InTheSourceLanguage_HasTheLengthOfAnEvening()
    {
        var lengths = Library.Courses.SelectMany(course => course.Revision!.Weeks, (course, week) =>
            (course.Id, week.Number, Words: Words().Count(Parse(course.Id, week.Number, "en").Body!.TextContent)));

        Assert.DoesNotContain(lengths, page => page.Words is < 700 or > 1_200);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string course, int week, string language)
    {
        var revision = Library.Find(course)!;
        return new HtmlParser().ParseDocument(Renderer.Module(revision, week, language, revision.Tracks).Html);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
