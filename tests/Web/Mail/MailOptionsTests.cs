using CohortCourses.Web.Mail;
using CohortCourses.Web.Startup;
using Microsoft.Extensions.Configuration;

namespace CohortCourses.Tests.Web.Mail;

public sealed class MailOptionsTests
{
    private static readonly string[] Whole = ["Server=smtp.example.org", "From=courses@example.org", "Site=https://courses.example.org"];

    [Fact]
    public void Read_OfNothing_WritesFiles() => Assert.Null(Read().Server);

    [Fact]
    public void Read_OfAServer_EncryptsTheLineOnThePortForIt() => Assert.Equal(
        new MailOptions { Server = "smtp.example.org", From = "courses@example.org", Site = new("https://courses.example.org"), User = "u", Password = "p" },
        Read([.. Whole, "User=u", "Password=p"]));

    [Theory]
    [InlineData("Mail:From is needed", "From=")]
    [InlineData("Mail:Site is needed", "Site=")]
    [InlineData("no mail address", "From=courses")]
    [InlineData("no mail address", "From=Courses <courses@example.org>")]
    [InlineData("Write it like https://", "Site=courses.example.org")]
    [InlineData("Write it like https://", "Site=ftp://courses.example.org")]
    [InlineData("a number from 1", "Port=smtp")]
    [InlineData("587", "Port=465")]
    [InlineData("StartTls", "Security=Perhaps")]
    [InlineData("neither", "User=u")]
    [InlineData("in the clear", "User=u", "Password=p", "Security=None")]
    [InlineData("Mail:Host is no setting", "Host=smtp.example.org")]
    public void Read_OfWhatMakesNoSense_SaysWhatToSet(string says, params string[] settings) =>
        Assert.Contains(says, Assert.Throws<Complaint>(() => Read([.. Whole, .. settings])).Message, StringComparison.Ordinal);

    private static MailOptions Read(params string[] settings) => MailOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).GroupBy(setting => setting[0]).Select(setting => KeyValuePair.Create($"Mail:{setting.Key}", (string?)setting.Last()[1])))
        .Build());
}
