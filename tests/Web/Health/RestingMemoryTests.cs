using CohortCourses.Web.Health;

namespace CohortCourses.Tests.Web.Health;

public sealed class RestingMemoryTests
{
    private const long Megabyte = 1 << 20;

    private readonly RestingMemory memory = new();

    [Fact]
    public void IsDue_WhileMuchIsMade_IsFalse()
    {
        Assert.False(memory.IsDue(100 * Megabyte));
        Assert.False(memory.IsDue(200 * Megabyte));
    }

    [Fact]
    public void IsDue_OnceTheServerRests_IsTrueOnce()
    {
        memory.IsDue(100 * Megabyte);

        Assert.True(memory.IsDue(100 * Megabyte));
        Assert.False(memory.IsDue(100 * Megabyte));
    }

    [Fact]
    public void IsDue_WhenLittleWasMadeSince_IsFalse()
    {
        memory.IsDue(100 * Megabyte);
        memory.IsDue(100 * Megabyte);
        memory.IsDue(110 * Megabyte);

        Assert.False(memory.IsDue(110 * Megabyte));
    }

    [Fact]
    public void IsDue_AfterMoreWork_IsTrueAgain()
    {
        memory.IsDue(100 * Megabyte);
        memory.IsDue(100 * Megabyte);
        memory.IsDue(200 * Megabyte);

        Assert.True(memory.IsDue(200 * Megabyte));
    }
}
