using CohortCourses.Content.Courses;

namespace CohortCourses.Tests.Content.Courses;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("ar-EG", "rtl")]
    [InlineData("ckb", "rtl")]
    [InlineData("ku-Arab", "rtl")]
    [InlineData("ku-Latn", "ltr")]
    [InlineData("az-Latn-AZ", "ltr")]
    [InlineData("he", "rtl")]
    public void Direction_IsThatOfTheScript(string tag, string direction) => Assert.Equal(direction, LanguageTag.Direction(tag));

    [Theory]
    [InlineData("en", true)]
    [InlineData("pt-BR", true)]
    [InlineData("english", false)]
    [InlineData("EN", false)]
    [InlineData("", false)]
    [InlineData("en_GB", false)]
    public void IsValid_KnowsTags(string tag, bool isValid) => Assert.Equal(isValid, LanguageTag.IsValid(tag));
}
