using CohortCourses.Domain.People;

namespace CohortCourses.Tests.Domain.People;

public sealed class KeyRingTests
{
    [Fact]
    public void Add_WhenTwoNodesMakeTheFirstKeyAtOnce_KeepsTheOneThatCameFirst()
    {
        var ring = KeyRing.Empty.Add("a", "<a/>", known: 0).State!;

        Assert.False(ring.Add("b", "<b/>", known: 0).Changed);
        Assert.Equal(["a"], ring.Keys.Keys);
    }

    [Fact]
    public void Add_WithKnowledgeOfAllKeys_AddsOne_AndTwiceIsOnce()
    {
        var ring = KeyRing.Empty.Add("a", "<a/>", known: 0).State!.Add("b", "<b/>", known: 1).State!;

        Assert.Equal(["a", "b"], ring.Keys.Keys);
        Assert.False(ring.Add("b", "<c/>", known: 2).Changed);
    }
}
