using System.Text;
using System.Text.RegularExpressions;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>A mail as who gets it reads it.</summary>
internal sealed partial record ReceivedMail(IReadOnlyDictionary<string, string> Headers, string Text, string Html)
{
    public string Subject => Headers["Subject"];

    public string To => Headers["To"];

    /// <summary>The addresses that stand in the text.</summary>
    public IReadOnlyList<Uri> Links => [.. Address().Matches(Text).Select(found => new Uri(found.Value))];

    /// <summary>The address behind the words that a mail program shows as "unsubscribe".</summary>
    public Uri Stop => new(Headers["List-Unsubscribe"].Trim('<', '>'));

    public static ReceivedMail Parse(string raw)
    {
        var (headers, body) = Split(raw.ReplaceLineEndings("\n"));
        var boundary = "--" + Boundary().Match(headers["Content-Type"]).Groups["name"].Value;
        var parts = body.Split(boundary).Skip(1).SkipLast(1).Select(part => Split(part.TrimStart('\n'))).ToList();
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(part => part.Headers["Content-Type"]));
        return new(headers, Decode(parts[0].Body), Decode(parts[1].Body));
    }

    private static (IReadOnlyDictionary<string, string> Headers, string Body) Split(string part)
    {
        var cut = part.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = Folded().Replace(part[..cut], " ").Split('\n').Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => Word().Replace(line[1], word => Decode(word.Groups["text"].Value)), StringComparer.OrdinalIgnoreCase);
        return (headers, part[(cut + 2)..]);
    }

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    [GeneratedRegex("""boundary="?(?<name>[^";]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();

    [GeneratedRegex("\n[ \t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]+)\?= ?", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
