using System.Text;
using CohortCourses.Web.Calendar;
using NodaTime;

namespace CohortCourses.Tests.Web.Calendar;

public sealed class CalendarWriterTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 2, 1, 6, 0);

    [Theory]
    [InlineData("Plain")]
    [InlineData("Commas, semicolons; back\\slashes\nand \\n lines: \"quoted\"")]
    [InlineData("بناء الشراكات بين المجتمعات التطوعية والمؤسسات الثقافية، الأسبوع الأول: ما الذي يجعل الشراكة شراكة")]
    [InlineData("日本語の見出しは長くなることがありますが、文字の途中で折り返してはいけませんし、絵文字👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫も同じです")]
    public void Write_WhateverATextHolds_ReadsBackAsItWas(string text)
    {
        var read = Read(Entry() with { Title = text, Description = $"{text}\n\n{text}" });

        var appointment = Assert.Single(read.All("VEVENT"));
        Assert.Equal(text, appointment["SUMMARY"].Text);
        Assert.Equal($"{text}\n\n{text}", appointment["DESCRIPTION"].Text);
        Assert.Equal("ar", appointment["SUMMARY"].Parameters["LANGUAGE"]);
    }

    [Fact]
    public void Write_WhenTextsOfEveryLengthAreFolded_EveryLineFitsAndNoCharacterIsCut()
    {
        for (var length = 0; length < 160; length++)
        {
            foreach (var filler in new[] { "a", "é", "ع", "語", "👋" })
            {
                var title = string.Concat(Enumerable.Repeat(filler, length)) + "!";
                Assert.Equal(title, Assert.Single(Read(Entry() with { Title = title }).All("VEVENT"))["SUMMARY"].Text);
            }
        }
    }

    [Fact]
    public void Write_WhenATextHoldsControlCharacters_LeavesThemOut() =>
        Assert.Equal("a b c\nd", Assert.Single(Read(Entry() with { Title = "a\0b\u001bc\r\nd" }).All("VEVENT"))["SUMMARY"].Text);

    [Fact]
    public void Write_ACalendar_SaysWhatProgramsAskFor()
    {
        var read = Read(Entry());

        Assert.Equal("2.0", read["VERSION"].Value);
        Assert.Equal("-//CohortCourses//Calendar//EN", read["PRODID"].Value);
        Assert.Equal("PT6H", read["REFRESH-INTERVAL"].Value);
        Assert.Equal("DURATION", read["REFRESH-INTERVAL"].Parameters["VALUE"]);
        Assert.Equal("PT6H", read["X-PUBLISHED-TTL"].Value);
        Assert.Equal("A, course", read["NAME"].Text);
        Assert.DoesNotContain(read.Properties, property => property.Name == "METHOD");
    }

    [Fact]
    public void Write_ACancelledEntry_KeepsItAndSaysSo()
    {
        var read = Assert.Single(Read(Entry() with { Cancelled = true, Sequence = 4 }).All("VEVENT"));

        Assert.Equal("CANCELLED", read["STATUS"].Value);
        Assert.Equal("4", read["SEQUENCE"].Value);
        Assert.Equal("20270101T000000Z", read["DTSTAMP"].Value);
        Assert.Equal("20270101T000000Z", read["LAST-MODIFIED"].Value);
        Assert.Equal("PT45M", read["DURATION"].Value);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(Encoding.UTF8.GetBytes(Write(Entry())), Encoding.UTF8.GetBytes(Write(Entry())));

    internal static CalendarEntry Entry() => new(
        Guid.Parse("0b0a8f5e-5c1f-8d3c-9a52-3f1d7c0f7a11"),
        0,
        Instant.FromUtc(2027, 1, 1, 0, 0),
        Start,
        Duration.FromMinutes(45),
        "A title",
        "A description",
        "ar",
        new Uri("https://courses.example/c/spring/week/1"),
        Cancelled: false);

    private static string Write(CalendarEntry entry) =>
        CalendarWriter.Write(new("A, course", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], [entry]));

    private static Component Read(CalendarEntry entry) => StrictReader.Read(Write(entry));
}
