using System.Text.RegularExpressions;

namespace CohortCourses.Tests.House.Structure;

/// <summary>Pages are plain HTML with our own tags alone: the framework's tag helpers cost more than all else on a page.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages => [.. Repository.FilesUnder("web", ".cshtml")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_UseNoTagHelpersOfTheFramework(string path) => Flaws.None(
        from line in Repository.Lines(path).Select((text, index) => (Text: text, Number: index + 1))
        where FrameworkAttribute().IsMatch(line.Text)
        select $"{path}:{line.Number}: {line.Text.Trim()}",
        "Write action=\"?handler=save\" with @Html.AntiForgeryToken() before </form>, formaction=\"?handler=preview\", src=\"@ViewContext.Asset(\"live.js\")\".");

    [Theory]
    [MemberData(nameof(Pages))]
    public void FormsThatPost_CarryTheAntiforgeryToken(string path) => Flaws.None(
        from Match form in Form().Matches(Repository.Read(path))
        where form.Value.Contains("method=\"post\"", StringComparison.Ordinal) && !form.Value.Contains("@Html.AntiForgeryToken()", StringComparison.Ordinal)
        select $"{path}: {form.Value.Split('\n')[0].Trim()}",
        "Write @Html.AntiForgeryToken() before </form>; without it the form is refused.");

    [GeneratedRegex("""\sasp-[a-z-]+=|="~/""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FrameworkAttribute();

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
