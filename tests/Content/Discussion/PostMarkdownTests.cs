using CohortCourses.Content.Discussion;

namespace CohortCourses.Tests.Content.Discussion;

public sealed class PostMarkdownTests
{
    [Theory]
    [InlineData("One\ntwo\n\nthree", "<p dir=\"auto\">One<br />\ntwo</p>\n\n<p dir=\"auto\">three</p>\n")]
    [InlineData("*slow* **loud** `code`", "<p dir=\"auto\"><em>slow</em> <strong>loud</strong> <code>code</code></p>\n")]
    [InlineData("3. c\n4. d", "<ol dir=\"auto\" start=\"3\">\n<li dir=\"auto\">\nc</li>\n<li dir=\"auto\">\nd</li>\n</ol>\n")]
    [InlineData("> said", "<blockquote dir=\"auto\">\n<p dir=\"auto\">said</p>\n\n</blockquote>\n")]
    [InlineData("```\na < b\n```", "<pre dir=\"ltr\" tabindex=\"0\"><code>a &lt; b\n</code></pre>\n")]
    [InlineData("# loud", "<p dir=\"auto\"># loud</p>\n")]
    [InlineData("![a picture](https://x.example/p.png)", "<p dir=\"auto\">a picture</p>\n")]
    [InlineData("<b>x</b>", "<p dir=\"auto\">&lt;b&gt;x&lt;/b&gt;</p>\n")]
    [InlineData("[x](https://x.example/a b)", "<p dir=\"auto\">[x](<a href=\"https://x.example/a\" rel=\"nofollow ugc noopener\">https://x.example/a</a> b)</p>\n")]
    [InlineData("[x](javascript:x)", "<p dir=\"auto\">x</p>\n")]
    [InlineData("<a@b.example>", "<p dir=\"auto\"><a href=\"mailto:a@b.example\" rel=\"nofollow ugc noopener\">a@b.example</a></p>\n")]
    public void Render_Writes(string text, string html) => Assert.Equal(html, Assert.Single(PostMarkdown.Render(text).Parts));

    [Fact]
    public void Render_OfMentions_LeavesRoomForNames_InOrder()
    {
        var post = PostMarkdown.Render("Ask @{maya-1} or **@{b}**, not `@{c}`.");

        Assert.Equal(["maya-1", "b"], post.Mentions);
        Assert.Equal(["<p dir=\"auto\">Ask ", " or <strong>", "</strong>, not <code>@{c}</code>.</p>\n"], post.Parts);
    }

    [Theory]
    [InlineData("@{}")]
    [InlineData("@{a b}")]
    [InlineData("@{a")]
    [InlineData("@a")]
    public void Render_OfWhatIsNoLearner_MentionsNobody(string text) => Assert.Empty(PostMarkdown.Render(text).Mentions);

    [Theory]
    [InlineData("&#xFFFF;")]
    [InlineData("\uFFFF")]
    public void Render_OfWhatIsNoCharacter_CutsNothing(string odd)
    {
        var post = PostMarkdown.Render($"*before {odd} @{{a}} after*");

        Assert.Equal(["a"], post.Mentions);
        Assert.Equal(["<p dir=\"auto\"><em>before \uFFFD ", " after</em></p>\n"], post.Parts);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('>')]
    public void Render_OfATangle_ShowsTheCharacters(char part)
    {
        var text = new string(part, 8_000);

        Assert.Equal($"<p dir=\"auto\">{text.Replace(">", "&gt;", StringComparison.Ordinal)}</p>", Assert.Single(PostMarkdown.Render(text).Parts));
        Assert.Equal(text, PostMarkdown.Plain(text));
    }

    [Fact]
    public void Render_OfALineOfDashes_IsNoTangle() => Assert.Equal("<hr />\n<p dir=\"auto\"><em>x</em></p>\n", PostMarkdown.Render(new string('-', 120) + "\n*x*").Parts[0]);

    [Theory]
    [InlineData("**a** [b](https://c.example) <d>", "a b <d>")]
    [InlineData("Ask @{maya-1}!", "Ask @{maya-1}!")]
    [InlineData("> one\n\n- two", "one\ntwo")]
    public void Plain_IsTheWordsAlone(string text, string plain) => Assert.Equal(plain, PostMarkdown.Plain(text));
}
