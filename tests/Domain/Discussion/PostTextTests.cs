using CohortCourses.Domain.Discussion;

namespace CohortCourses.Tests.Domain.Discussion;

public sealed class PostTextTests
{
    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uFDD0b")]
    [InlineData("a\U0010FFFFb")]
    [InlineData("a\0b")]
    [InlineData("a\u202Eb")]
    public void Clean_OfWhatIsNoCharacter_LeavesTheRest(string typed)
    {
        Assert.Equal("ab", PostText.Clean(typed).Clean);
        Assert.Equal("ab", PostText.Title(typed).Clean);
    }

    [Fact]
    public void Clean_OfHalfACharacter_ShowsThatOneIsMissing() => Assert.Equal("a\uFFFDb", PostText.Clean("a\uD83Db").Clean);
}
