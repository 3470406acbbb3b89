using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Content.Translations;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Modules;

public sealed class ModuleRendererTests
{
    private const string Translation = "week-1/module.fr.md";

    private readonly ModuleRenderer _renderer = ExampleCourse.Renderer();

    [Fact]
    public void Module_IsRenderedOnceForARevisionLanguageAndSetOfTracks()
    {
        var course = Read(ExampleCourse.Files());
        var first = _renderer.Module(course, 1, "en", ["nascent"]);

        Assert.Same(first, _renderer.Module(course, 1, "en", ["nascent", "nascent"]));
        Assert.NotSame(first, _renderer.Module(course, 1, "en", []));
        Assert.NotSame(first, _renderer.Module(course, 1, "fr", ["nascent"]));
        Assert.NotSame(first, _renderer.Module(course, 2, "en", ["nascent"]));
        Assert.NotSame(first, _renderer.Module(Read(ExampleCourse.Files()), 1, "en", ["nascent"]));
    }

    [Fact]
    public void Module_InALanguageThatTheCourseDoesNotHave_IsTheSource()
    {
        var course = Read(ExampleCourse.Files());

        Assert.Same(_renderer.Module(course, 1, "en", []), _renderer.Module(course, 1, "ja", ["unknown"]));
    }

    [Fact]
    public void Module_WhenTranslatedInPart_SaysOfEachTextWhichLanguageItIsIn()
    {
        var files = ExampleCourse.Files();
        files[ExampleCourse.SourcePage] = "---\ntitle: The first week of all\nsummary: A summary of four words.\nminutes: 30\noutcomes:\n  - begin\n---\nText.\n";
        files[Translation] = "---\ntitle: La toute première semaine\nsummary: A summary of four words.\noutcomes:\n  - commencer\n---\nText.\n";
        files[Translation] = ContentStamp.Stamp(CourseFiles.Of(ExampleCourse.Id, files), Translation).Text!;

        var module = _renderer.Module(Read(files), 1, "fr", []);

        Assert.Equal(("fr", "ltr"), (module.Language, module.Direction));
        Assert.Equal(new Wording("La toute première semaine", "fr"), module.Title);
        Assert.Equal(new Wording("A summary of four words.", "en"), module.Summary);
        Assert.Equal([new Wording("commencer", "fr")], module.Outcomes);
        Assert.Equal(30, module.Minutes);
        Assert.Equal(new Completeness(3, 0, 1), module.Completeness);
    }

    [Fact]
    public void Week_ShowsItsTextsWithoutBeingRendered()
    {
        var week = Read(ExampleCourse.Files()).Weeks[1];

        Assert.Equal((2, "two", 30), (week.Number, week.Id, week.Minutes));
        Assert.Equal(new Wording("اثنان", "ar"), week.Label.In("ar"));
        Assert.Equal("rtl", week.Label.In("ar").Direction);
        Assert.Equal(new Wording("Week one", "en"), week.Title.In("ar"));
        Assert.Equal(["ar", "en", "fr"], week.Label.Languages);
    }

    [Fact]
    public void Change_HasOneIdInEveryLanguageAndFallsBackToTheSource()
    {
        var files = ExampleCourse.Files();
        Assert.Null(_renderer.Module(Read(files), 1, "en", []).Change);

        files[ExampleCourse.SourcePage] = files[ExampleCourse.SourcePage].Replace("minutes", "change: The link was mended.\nminutes", StringComparison.Ordinal);
        files[Translation] = files[ExampleCourse.SourcePage].Replace("The link was mended.", "Le lien est réparé.", StringComparison.Ordinal);
        var course = Read(files);
        var (english, french, arabic) = (Change("en"), Change("fr"), Change("ar"));

        Assert.Equal(new Wording("The link was mended.", "en"), english.Text);
        Assert.Equal(new Wording("Le lien est réparé.", "fr"), french.Text);
        Assert.Equal(english.Text, arabic.Text);
        Assert.Single(new[] { english.Id, french.Id, arabic.Id }.Distinct(StringComparer.Ordinal));

        ChangeNote Change(string language) => _renderer.Module(course, 1, language, []).Change!;
    }

    [Fact]
    public void About_IsTheCoursePage()
    {
        var page = _renderer.About(Read(ExampleCourse.Files()), "ar");

        Assert.Equal(("ar", "rtl"), (page.Language, page.Direction));
        Assert.StartsWith("<div class=\"untranslated\" lang=\"en\" dir=\"ltr\">\n<h2 id=\"h-who-it-is-for\">", page.Html, StringComparison.Ordinal);
        Assert.Equal(new Completeness(0, 0, 2), page.Completeness);
    }

    [Fact]
    public void Completeness_OfACourse_CountsItsFileItsPageAndItsWeeks()
    {
        var course = Read(ExampleCourse.Files());

        Assert.Equal(new Completeness(16, 0, 0), course.Completeness["en"]);
        Assert.Equal(new Completeness(4, 0, 12), course.Completeness["fr"]);
        Assert.Equal(25, course.Completeness["fr"].Percent);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#x73;cript:alert(1))")]
    [InlineData("[a](<java\tscript:alert(1)>)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](data:image/svg+xml;base64,AAAA)")]
    [InlineData("![x](//example.org/x.png)")]
    [InlineData("[a](\\\\example.org)")]
    [InlineData("[a](/\\example.org)")]
    [InlineData("[a](https:example.org)")]
    [InlineData("[a](%2e%2e/%2e%2e/etc/passwd)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<!-- comment -->")]
    [InlineData("&lt;b&gt; <b>x</b>")]
    [InlineData(">>>>>>>>>>>>>>>>>>>>", 500)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[", 2_000)]
    [InlineData("::::: note\n", 500)]
    public void Read_OfAHostilePage_RefusesIt(string markdown, int times = 1)
    {
        markdown = string.Concat(Enumerable.Repeat(markdown, times));
        var reading = CourseReader.Read(ExampleCourse.With(ExampleCourse.SourcePage, ExampleCourse.FrontMatter + markdown + "\n"));

        Assert.Null(reading.Revision);
        Assert.All(reading.Problems, problem => Assert.Equal("example/week-1/module.en.md", problem.File));
    }

    [Theory]
    [InlineData("`<script>alert(1)</script>`", "<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>")]
    [InlineData("&lt;script&gt; 1 < 2 & \"3\"", "<p>&lt;script&gt; 1 &lt; 2 &amp; &quot;3&quot;</p>")]
    [InlineData("## A \"quoted\" <https://example.org/?a=\"b\">", null)]
    [InlineData("![\" onerror=\"x](images/map.svg \"\\\" onload=\\\"y\")", null)]
    [InlineData("```\"><script>\nx\n```", "<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>")]
    [InlineData("A note.[^\"><b>]\n\n[^\"><b>]: Text.", null)]
    [InlineData("text <svg/onload=alert(1)> text", "<p>text &lt;svg/onload=alert(1)&gt; text</p>")]
    [InlineData("The *[x]: abbreviation X\n\n*[X]: \"><script>", null)]
    public void Module_OfAPageThatPlaysWithMarks_IsEscaped(string markdown, string? html)
    {
        var course = Read(new(ExampleCourse.Files()) { [ExampleCourse.SourcePage] = ExampleCourse.FrontMatter + markdown + "\n" });
        var rendered = _renderer.Module(course, 1, "en", []).Html;

        Assert.Equal(html ?? rendered.Trim(), rendered.Trim());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(rendered);
        Assert.Empty(page.QuerySelectorAll("script, b, [onerror], [onload]"));
    }

    private static CourseRevision Read(Dictionary<string, string> files)
    {
        var reading = CourseReader.Read(CourseFiles.Of(ExampleCourse.Id, files));
        return reading.Revision ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
