using System.Globalization;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Tests.Web.Cohorts;

/// <summary>Everyone in a cohort, put in order once and kept so.</summary>
public sealed class RollTests
{
    private static readonly Alphabet French = new(CultureInfo.GetCultureInfo("fr"));

    /// <summary>Whoever changes is put in their place; what comes of many changes is what sorting everybody anew gives.</summary>
    [Fact]
    public void After_AnyHistory_IsInTheOrderThatSortingGives()
    {
        var random = new Random(1);
        var roll = Roll.Unread.After(News("0", true, [.. Enumerable.Range(0, 40).Select(Member)]), Named(Enumerable.Range(0, 40).Select(Member), random));
        Assert.Equal(roll.Count, roll.In(French).Count);

        for (var step = 1; step <= 200; step++)
        {
            var who = Member(random.Next(60)) with { Role = (CohortRole)random.Next(4) };
            var leaves = random.Next(3) == 0;
            roll = roll.After(News($"{step}", false, leaves ? [] : [who], leaves ? [who.Learner] : []), leaves ? [] : Named([who], random));

            Assert.Equal(French.Sort(roll.Faces).Select(face => face.Member.Learner), roll.In(French).Select(face => face.Member.Learner));
        }
    }

    [Fact]
    public void After_WhoHasNoNameOrLeft_IsNotOnIt()
    {
        var roll = Roll.Unread.After(News("0", true, [Member(1), Member(2), Member(3)]), [(Member(1), "Amina"), (Member(2), null), (Member(3), "Kenji")]);
        Assert.Equal(["Amina", "Kenji"], Names(roll));

        roll = roll.After(News("1", false, [Member(1)], Member(3).Learner), [(Member(1), null)]);

        Assert.Empty(Names(roll));
        Assert.Equal(0, roll.Count);
        Assert.Null(roll.NamedAt("Kenji", 0));
    }

    [Theory]
    [InlineData("@amina k. and others", "Amina K.")]
    [InlineData("@AMINA, hello", "Amina")]
    [InlineData("@Aminata", null)]
    [InlineData("@Amina K.o", "Amina")]
    [InlineData("@", null)]
    public void NamedAt_TheLongestNameThatEndsThere_Wins(string text, string? name)
    {
        var roll = Roll.Unread.After(News("0", true, [Member(1), Member(2)]), [(Member(1), "Amina"), (Member(2), "Amina K.")]);

        Assert.Equal(name, roll.NamedAt(text, 1)?.Handle);
    }

    [Theory]
    [InlineData("Élodie", "elo")]
    [InlineData("ÖZGÜR", "ozgur")]
    [InlineData("أمينة", "امين")]
    [InlineData("ﾀﾅｶ", "タナカ")]
    public void Plain_IsFoundWithoutAccentsAndCase(string handle, string typed) =>
        Assert.StartsWith(Face.PlainOf(typed), new Face(Member(1), handle).Plain, StringComparison.Ordinal);

    private static MemberView Member(int number) => new($"learner-{number}", CohortRole.Participant, null, TimeProvider.System.GetUtcNow());

    private static RosterNews News(string stamp, bool isWhole, MemberView[] members, params string[] gone) => new(stamp, isWhole, [.. members], [.. gone]);

    private static (MemberView Member, string? Name)[] Named(IEnumerable<MemberView> members, Random random) =>
        [.. members.Select(member => (member, (string?)$"{(char)random.Next('A', 'F')}{(random.Next(2) == 0 ? "é" : "E")}{random.Next(20)}"))];

    private static IEnumerable<string> Names(Roll roll) => roll.In(French).Select(face => face.Handle);
}
