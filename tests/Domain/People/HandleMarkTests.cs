using System.Text;
using CohortCourses.Domain.People;

namespace CohortCourses.Tests.Domain.People;

public sealed class HandleMarkTests
{
    [Theory]
    [InlineData("Amina", "amina")]
    [InlineData("Amina", "ＡＭＩＮＡ")]
    [InlineData("Amina", "A mina")]
    [InlineData("Amina", "𝐀𝐦𝐢𝐧𝐚")]
    [InlineData("Zoë", "Zoe\u0308")]
    [InlineData("Offi", "Oﬃ")]
    [InlineData("Kelvin", "\u212Aelvin")]
    [InlineData("Дарына", "ДАРЫНА")]
    [InlineData("Ελένης", "ΕΛΈΝΗΣ")]
    [InlineData("Ｋｅｎ ２", "ken2")]
    [InlineData("علی‌رضا", "علیرضا")]
    [InlineData("ab", "a\u200Db")]
    [InlineData("Ana❤", "Ana❤\uFE0F")]
    public void Mark_WhenTwoNamesLookTheSame_IsTheSame(string one, string other) => Assert.Equal(Handle.Mark(one), Handle.Mark(other));

    [Theory]
    [InlineData("Amina", "Amena")]
    [InlineData("Amina", "Amina 2")]
    [InlineData("Zoë", "Zoe")]
    [InlineData("健二", "健一")]
    [InlineData("Иван", "Иваи")]
    public void Mark_WhenTwoNamesDiffer_Differs(string one, string other) => Assert.NotEqual(Handle.Mark(one), Handle.Mark(other));

    [Fact]
    public void Mark_WhenReadByACurator_DoesNotTellTheName() => Assert.Matches("^[0-9a-f]{12}$", Handle.Mark("Amina"));

    [Fact]
    public void Mark_OfEveryCharacter_IsTheSameInEveryCaseAndForm()
    {
        for (var value = 0x21; value < 0x1F000; value++)
        {
            if (!Rune.IsValid(value) || Rune.GetUnicodeCategory(new(value)) == System.Globalization.UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            var name = $"A{new Rune(value)}";
            var mark = Handle.Mark(name);
            foreach (var twin in new[] { name.ToUpperInvariant(), name.ToLowerInvariant(), name.Normalize(NormalizationForm.FormD), name.Normalize(NormalizationForm.FormKC) })
            {
                Assert.True(mark == Handle.Mark(twin), $"U+{value:X4} and its twin {twin} have different marks.");
            }
        }
    }
}
