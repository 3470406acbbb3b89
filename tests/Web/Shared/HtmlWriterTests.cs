using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CohortCourses.Web.Shared;

namespace CohortCourses.Tests.Web.Shared;

public sealed class HtmlWriterTests
{
    private const string Text = "<p>été · قصة · 日本 · 😀</p>";

    [Fact]
    public void Writer_WhateverItIsGiven_HoldsWhatATextWriterWould()
    {
        using var html = new HtmlWriter();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var writer in new TextWriter[] { html, text })
        {
            writer.Write(Text);
            writer.Write((string?)null);
            writer.Write('é');
            writer.Write(Text.ToCharArray(), 1, 5);
            writer.Write(new StringBuilder(Text));
            writer.Write(-7);
            writer.Write(12.5m);
            writer.Write(true);
            writer.WriteLine(Text);
        }

        Assert.Equal(text.ToString(), html.ToString());
        Assert.Equal(Encoding.UTF8.GetBytes(text.ToString()), html.ToArray());
        Assert.Equal(html.ToArray().Length, html.Length);
    }

    [Fact]
    public void Writer_WhenACharacterComesInTwoHalves_PutsThemTogether()
    {
        using var html = new HtmlWriter();
        foreach (var half in "a😀b")
        {
            html.Write(half);
        }

        html.Write("c\uD83D");
        html.Write("\uDE00d");

        Assert.Equal("a😀bc😀d", html.ToString());
    }

    [Fact]
    public void Writer_WhenHalfACharacterIsMissing_MarksThePlace()
    {
        using var html = new HtmlWriter();
        html.Write("a\uD83D");
        html.Write("b\uDE00c\uD83D");
        html.Write("d"u8);
        html.Write("\uD83D");
        html.Write(1);

        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFD1", html.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(5_000)]
    public void Writer_WhateverItsLength_SendsAllOfIt(int times)
    {
        using var html = new HtmlWriter();
        for (var time = 0; time < times; time++)
        {
            html.Write(Text);
            html.Write("<b>"u8);
            html.Write(time);
        }

        var sent = new ArrayBufferWriter<byte>();
        var length = html.Length;
        html.MoveTo(sent);

        var expected = string.Concat(Enumerable.Range(0, times).Select(time => $"{Text}<b>{time}"));
        Assert.Equal(expected, Encoding.UTF8.GetString(sent.WrittenSpan));
        Assert.Equal(sent.WrittenCount, length);
        Assert.Equal(0, html.Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 10)]
    [InlineData(3, 40_000)]
    [InlineData(40_000, 40_000)]
    public void Page_WhenItIsHandedToItsLayout_StandsInside(int before, int length)
    {
        using var page = new HtmlWriter();
        using var layout = new HtmlWriter();
        page.Write(new string('p', length));
        layout.Write(new string('b', before));

        page.WriteTo(layout, HtmlEncoder.Default);
        layout.Write("after");

        Assert.Equal(new string('b', before) + new string('p', length) + "after", layout.ToString());
        Assert.Equal(0, page.Length);
    }

    [Fact]
    public void Page_WhenItIsHandedToAnotherWriter_IsText()
    {
        using var page = new HtmlWriter();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        page.Write(Text);

        page.WriteTo(text, HtmlEncoder.Default);

        Assert.Equal(Text, text.ToString());
    }

    [Fact]
    public void Part_WhereverItIsWritten_IsTheSame()
    {
        using var page = new HtmlWriter();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var part = new HtmlBytes(Text);

        part.WriteTo(page, HtmlEncoder.Default);
        part.WriteTo(text, HtmlEncoder.Default);

        Assert.Equal(Text, page.ToString());
        Assert.Equal(Text, text.ToString());
    }

    [Fact]
    public void Date_IsWrittenAsProgramsReadIt()
    {
        using var html = new HtmlWriter();
        html.Write(new DateTime(2027, 3, 1, 9, 0, 0), "s");

        Assert.Equal("2027-03-01T09:00:00", html.ToString());
    }
}
