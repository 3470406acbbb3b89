using System.Globalization;
using System.Text.RegularExpressions;

namespace CohortCourses.Content.Modules;

/// <summary>
/// Understands the addresses that authors write. What is not on the list of allowed forms leads nowhere, whoever renders it.
/// </summary>
/// <param name="files">The paths of the course's files.</param>
internal sealed partial class LinkReader(IReadOnlySet<string> files)
{
    public LinkTarget Read(string url, string folder)
    {
        if (url.StartsWith('#') && url.Length > 1)
        {
            return new LinkTarget.Heading(Uri.UnescapeDataString(url[1..]));
        }

        if (Scheme().Match(url) is { Success: true } scheme)
        {
            return Absolute(url, scheme.Groups[1].Value.ToLowerInvariant());
        }

        return url.Length == 0 || url[0] is '/' or '\\' or '?' || url.Any(char.IsControl)
            ? new LinkTarget.Refused($"The link `{url}` leads outside the course.", "Write https:// and the whole address, or the path of a file of this course.")
            : Relative(url, folder);
    }

    private static LinkTarget Absolute(string url, string scheme)
    {
        var parsed = Uri.TryCreate(url, UriKind.Absolute, out var uri);
        if (scheme == "https" && parsed && uri!.Host.Length > 0 && uri.UserInfo.Length == 0 && !url.Contains('\\'))
        {
            return new LinkTarget.Outside(url);
        }

        if (scheme == "mailto" && parsed)
        {
            return new LinkTarget.Mail(url);
        }

        return scheme is "https" or "mailto"
            ? new LinkTarget.Refused($"`{url}` is not a whole address.", "Copy the address again from where it works.")
            : new LinkTarget.Refused($"A link may not start with `{scheme}:`.", "Use https:, mailto: or the path of a file of this course.");
    }

    private LinkTarget Relative(string url, string folder)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var id = hash < 0 ? "" : Uri.UnescapeDataString(url[(hash + 1)..]);
        var written = Uri.UnescapeDataString(hash < 0 ? url : url[..hash]);
        if (Resolve(folder, written) is not { } path || !files.Contains(path))
        {
            return new LinkTarget.Refused($"There is no file `{written}` beside this page.", "Correct the path, or add the file to the course.");
        }

        if (WeekPage().Match(path) is { Success: true } week)
        {
            return new LinkTarget.Week(int.Parse(week.Groups[1].Value, CultureInfo.InvariantCulture), id);
        }

        return CoursePage().IsMatch(path) ? new LinkTarget.CoursePage()
            : Media.MediaReader.ContentType(path) is not null ? new LinkTarget.Image(path)
            : new LinkTarget.Refused($"`{written}` is not a page that readers can open.", "Link to a page or an image of the course.");
    }

    /// <summary>The path from the course's folder, or null when it leaves it.</summary>
    private static string? Resolve(string folder, string path)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex("^\\s*([A-Za-z][A-Za-z0-9+.-]*)\\s*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex("^week-([1-9][0-9]?)/module\\.[A-Za-z-]+\\.md$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeekPage();

    [GeneratedRegex("^about\\.[A-Za-z-]+\\.md$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CoursePage();
}
