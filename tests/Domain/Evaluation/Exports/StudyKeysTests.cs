using System.Text;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class StudyKeysTests
{
    private static readonly StudyKeys Keys = new(Encoding.ASCII.GetBytes("a secret of thirty-two characters"));

    [Fact]
    public void Key_OfTheSameLabelAndPerson_IsTheSame() => Assert.Equal(Keys.Of("report", "ana"), Keys.Of("report", "ana"));

    [Fact]
    public void Key_IsTheFirst50BitsOfTheHash_InBase32()
    {
        // echo -ne 'report\nana' | openssl dgst -sha256 -hmac 'a secret of thirty-two characters', then base32.
        Assert.Equal("p-jqsyrkxtcq", Keys.Of("report", "ana"));
        Assert.Matches(@"\Ap-[a-z2-7]{10}\z", Keys.Of("report", "ben"));
    }

    [Fact]
    public void Keys_OfTwoLabelsSecretsOrPeople_ShareNothing()
    {
        string[] ids = [.. Enumerable.Range(0, 2_000).Select(id => $"{id}")];
        var other = new StudyKeys(Encoding.ASCII.GetBytes("another secret of the same length"));
        string[] all = [.. ids.Select(id => Keys.Of("one", id)), .. ids.Select(id => Keys.Of("two", id)), .. ids.Select(id => other.Of("one", id))];

        Assert.Distinct(all);
    }

    [Theory]
    [InlineData("2026-02-04", true)]
    [InlineData("report_1.b", true)]
    [InlineData("coding", false)]
    [InlineData("", false)]
    [InlineData("Report", false)]
    [InlineData("../etc", false)]
    [InlineData("a\n", false)]
    [InlineData("a23456789012345678901234567890123456789", true)]
    [InlineData("a2345678901234567890123456789012345678901", false)]
    public void Label_IsShortAndPlain(string label, bool good) => Assert.Equal(good, ExportLabel.Check(label) is null);
}
