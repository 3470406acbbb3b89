using CohortCourses.Domain.People;

namespace CohortCourses.Tests.Domain.People;

public sealed class HandleTests
{
    [Theory]
    [InlineData("Amina")]
    [InlineData("Night Owl 42")]
    [InlineData("Zoë")]
    [InlineData("O’Brien-Núñez")]
    [InlineData("أمينة")]
    [InlineData("دلشاد")]
    [InlineData("עינת")]
    [InlineData("Дарына")]
    [InlineData("Ελένη")]
    [InlineData("अमृता")]
    [InlineData("தமிழ்ச்செல்வி")]
    [InlineData("মৌসুমী")]
    [InlineData("သီရိ")]
    [InlineData("สมหญิง")]
    [InlineData("ཀརྨ")]
    [InlineData("健二")]
    [InlineData("けんじ")]
    [InlineData("은지")]
    [InlineData("ሰላም")]
    [InlineData("ߊߡߌߣߊ")]
    [InlineData("𞤀𞤥𞤭𞤲𞤢")]
    [InlineData("Նարե")]
    [InlineData("ნინო")]
    [InlineData("Amina ❤️")]
    [InlineData("۴۲")]
    [InlineData("علی‌رضا")]
    [InlineData("ക്‍")]
    public void Clean_WhenAPseudonymIsReadableInAnyScript_IsAccepted(string name) => Assert.Equal((name, null), Handle.Clean(name));

    [Fact]
    public void Clean_WhenRepeated_ChangesNothing()
    {
        var once = Handle.Clean("  Zoe\u0308 \t of   the\u00A0hill ").Clean;

        Assert.Equal("Zoë of the hill", once);
        Assert.Equal(once, Handle.Clean(once!).Clean);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u2003\u3000")]
    public void Clean_WhenThereIsNothingToRead_IsRefused(string name) => Handle.Clean(name).Refused.Refused("handle.empty");

    [Theory]
    [InlineData("!!!")]
    [InlineData("…")]
    [InlineData("❤️")]
    public void Clean_WhenThereIsNoLetterAndNoDigit_IsRefused(string name) => Handle.Clean(name).Refused.Refused("handle.unreadable");

    [Theory]
    [InlineData('\u202A')]
    [InlineData('\u202B')]
    [InlineData('\u202C')]
    [InlineData('\u202D')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2067')]
    [InlineData('\u2068')]
    [InlineData('\u2069')]
    [InlineData('\u200E')]
    [InlineData('\u200F')]
    [InlineData('\u061C')]
    public void Clean_WhenADirectionMarkHidesInIt_IsRefused(char mark) => Handle.Clean($"Am{mark}ina").Refused.Refused("handle.unreadable");

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0007')]
    [InlineData('\u001B')]
    [InlineData('\u00AD')]
    [InlineData('\u200B')]
    [InlineData('\u2060')]
    [InlineData('\uFEFF')]
    [InlineData('\uE000')]
    [InlineData('\uFFFD')]
    [InlineData('\u115F')]
    [InlineData('\u1160')]
    [InlineData('\u3164')]
    [InlineData('\uFFA0')]
    [InlineData('\u2800')]
    [InlineData('\u034F')]
    [InlineData('\u17B4')]
    public void Clean_WhenSomethingInvisibleHidesInIt_IsRefused(char hidden) => Handle.Clean($"Am{hidden}ina").Refused.Refused("handle.unreadable");

    [Theory]
    [InlineData('\uD83C')]
    [InlineData('\uDF3B')]
    [InlineData('\uFFFE')]
    [InlineData('\uFDD0')]
    public void Clean_WhenHalfACharacterOrNoneIsLeft_IsRefused(char half) => Handle.Clean($"Amina{half}").Refused.Refused("handle.unreadable");

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("健")]
    [InlineData("\U0001E900")]
    [InlineData("தி")]
    public void Clean_WhenLongerThanFortyLettersOfAnyScript_IsRefused(string letter)
    {
        Assert.Null(Handle.Clean(string.Concat(Enumerable.Repeat(letter, 40))).Refused);
        Handle.Clean(string.Concat(Enumerable.Repeat(letter, 41))).Refused.Refused("handle.too-long");
    }

    [Fact]
    public void Clean_WhenMarksAreStackedOverThePage_IsRefused() =>
        Handle.Clean("Amina" + new string('\u0335', 200)).Refused.Refused("handle.too-long");
}
