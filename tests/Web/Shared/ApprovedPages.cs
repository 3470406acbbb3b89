using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Shared;

/// <summary>A page as a reviewer sees it change: its markup, without what differs from one run to the next and without what authors write.</summary>
internal static partial class ApprovedPages
{
    private static bool Renewing => Environment.GetEnvironmentVariable("RENEW_APPROVED") == "1";

    public static async Task CheckAsync(string name, PageView page)
    {
        var file = Path.Combine(Folder(), name);
        var shown = Normalise(page);
        if (Renewing)
        {
            await File.WriteAllTextAsync(file, shown, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(file), $"There is no approved {name}; RENEW_APPROVED=1 writes it.");
        var approved = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(shown == approved, $"{name} changed at: {FirstDifference(approved, shown)}\nLook at the change; if it is meant, run this test once with RENEW_APPROVED=1 and commit the file.");
    }

    private static string Normalise(PageView page)
    {
        var document = page.Document;
        foreach (var token in document.QuerySelectorAll("[name=__RequestVerificationToken]"))
        {
            token.SetAttribute("value", "token");
        }

        if (document.Body!.HasAttribute("data-feed"))
        {
            document.Body.SetAttribute("data-feed", "feed");
        }

        foreach (var written in document.QuerySelectorAll(".prose > :not(h1, .small, .notice, .outcomes), .prose .outcomes li"))
        {
            written.Remove();
        }

        var lines = document.DocumentElement.ToHtml(new PrettyMarkupFormatter { Indentation = " ", NewLine = "\n" }).Split('\n')
            .Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        var text = Percent().Replace(Fingerprint().Replace(string.Join('\n', lines), "${name}${kind}"), "${sign}");
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return Id().Replace(text, id => known.TryGetValue(id.Value, out var name) ? name : known[id.Value] = string.Create(CultureInfo.InvariantCulture, $"id-{known.Count + 1}")) + "\n";
    }

    private static string FirstDifference(string approved, string shown)
    {
        var (before, after) = (approved.Split('\n'), shown.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}\n- {before.ElementAtOrDefault(line)?.Trim()}\n+ {after.ElementAtOrDefault(line)?.Trim()}");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "tests", "Web", "approved") is var approved && Directory.Exists(approved))
            {
                return approved;
            }
        }

        throw new DirectoryNotFoundException("No tests/Web/approved above the tests.");
    }

    /// <summary>Ids of people, posts and forms.</summary>
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    /// <summary>What a file of ours is called after its contents.</summary>
    [GeneratedRegex(@"(?<name>/[a-z/.]+)\.[a-z0-9]{10}(?<kind>\.(css|js)"")", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Fingerprint();

    /// <summary>How far authors are with a translation.</summary>
    [GeneratedRegex(@"\d+(?<sign> ?%)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();
}
