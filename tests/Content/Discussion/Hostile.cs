using System.Globalization;
using System.Text;

namespace CohortCourses.Tests.Content.Discussion;

/// <summary>
/// What somebody may write who means harm. A part is written down line by line in <c>hostile.txt</c>, where ⏎ stands for a line break; the rest is
/// made: every scheme in every kind of link, and what is too long, too deep or no text at all.
/// </summary>
public static class Hostile
{
    /// <summary>As long as a post may be.</summary>
    public const int Longest = 8_000;

    private static readonly string[] Addresses =
    [
        "javascript:hostile()", "JaVaScRiPt:hostile()", "java\tscript:hostile()", "java\nscript:hostile()", " javascript:hostile()", "\u0001javascript:hostile()",
        "\u200Bjavascript:hostile()", "&#106;avascript:hostile()", "&#x6A;&#x61;vascript:hostile()", "javascript&colon;hostile()", "javascript&#58;hostile()",
        "java&Tab;script:hostile()", "java&NewLine;script:hostile()", "%6Aavascript:hostile()", "javascript%3Ahostile()", "javascript://good.example/%0Ahostile()",
        "\\javascript:hostile()", "feed:javascript:hostile()", "view-source:javascript:hostile()", "vbscript:hostile()", "data:text/html,<script>hostile()</script>",
        "data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKCk8L3NjcmlwdD4=", "data:image/svg+xml,<svg%20onload=hostile()>", "blob:https://good.example/x", "filesystem:https://good.example/x",
        "file:///etc/hostname", "ftp://hostile.example/x", "intent://hostile#Intent;end", "about:blank", "//hostile.example/x", "/\\hostile.example", "\\\\hostile.example\\x",
        "https:hostile.example", "https:///hostile.example", "https://user:word@hostile.example/", "../../../me/erase", "?handler=withdraw", "#p-1", "tel:+10000000", "ｊavascript:hostile()",
    ];

    private static readonly string[] Links =
    [
        "[x]({0})", "[x](<{0}>)", "<{0}>", "![x]({0})", "[x][y]\n\n[y]: {0}", "[![x]({0})]({0})", "> - **[x]({0} \"t\")**",
    ];

    private static readonly string[] Repeated =
    [
        "`", "*", "_", "[", "]", "(", "![", "](", ">", "> ", "- ", "* ", "1. ", "+ ", "#", "~", "=", "|", "<", "<a", "</", "<!--", "&", "&#", "&amp;", "\\", "!", "\n", "> \n", "-\n",
        "@", "@{", "@{amina}", "**a ", "*a_ ", "_a*b ", "a**b", "[a](", "[a](b", "[a][", "[[]]", "![a](b)", "[a]: b\n", "<a@b.c>", "<https://x.y>", "http://", "https://a.b/", "www.", "a@b.c ",
        "mailto:", "`a``b", "```\n", "~~~\n", "| a ", "x\n=\n", "\t", " \n", "&#xFFFF;", "\u202E", "\u2067", "\u200D", "\u0301", "\uD83D", "\uDC00", "\0", "\uFFFF", "\uFEFF", "𒐫", "ﷺ", "字",
        "a", "aaaaaaaaaa-", "⁣", "\u00AD", "<b>", "</div>",
    ];

    public static IReadOnlyList<string> Inputs { get; } = [.. All().Select(text => text.Length <= Longest ? text : text[..Longest])];

    private static IEnumerable<string> All() =>
    [
        .. Written(),
        .. from link in Links from address in Addresses select string.Format(CultureInfo.InvariantCulture, link, address),
        .. from part in Repeated select Repeat(part, Longest / part.Length),
        .. Deep(),
        .. Odd(),
    ];

    private static IEnumerable<string> Written()
    {
        using var file = typeof(Hostile).Assembly.GetManifestResourceStream("hostile.txt")!;
        return [.. new StreamReader(file).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('⏎', '\n'))];
    }

    /// <summary>Nested as deep as a post can hold.</summary>
    private static IEnumerable<string> Deep()
    {
        yield return Repeat("> ", 3_900) + "<script>hostile()</script>";
        yield return Repeat("- ", 3_900) + "<script>hostile()</script>";
        yield return Repeat("> - ", 1_900) + "[x](javascript:hostile())";
        yield return string.Join('\n', Enumerable.Range(0, 120).Select(depth => $"{new string(' ', depth)}- x"));
        yield return string.Join('\n', Enumerable.Range(0, 120).Select(depth => $"{Repeat("> ", depth)}x\n"));
        yield return Repeat("[", 3_900) + "x" + Repeat("](a)", 1_000);
        yield return Repeat("![", 1_500) + "x" + Repeat("](https://hostile.example/x)", 170);
        yield return Repeat("*", 3_999) + "x" + Repeat("*", 3_999);
        yield return Repeat("*a **b ", 500) + Repeat("** *", 500);
        yield return Repeat("(", 3_000) + "[x](https://good.example/" + Repeat("(", 1_500) + Repeat(")", 1_500);
        yield return string.Concat(Enumerable.Range(1, 120).Select(run => new string('`', run) + "x"));
        yield return string.Concat(Enumerable.Range(1, 120).Reverse().Select(run => new string('`', run) + "x"));
        yield return string.Join('\n', Enumerable.Range(0, 700).Select(line => $"[{line}]: /{line}")) + "\n\n[0][1][2]";
        yield return "[x](" + new string('a', 7_900) + ")";
        yield return "https://good.example/" + new string('a', 7_900);
        yield return "<https://" + Repeat("a.", 3_900) + "example>";
        yield return new string('a', 7_000) + "@" + Repeat("b.", 490);
        yield return "@{" + new string('a', 7_900) + "}";
        yield return "```" + new string('x', 4_000) + "\n" + Repeat("</pre>", 600);
    }

    /// <summary>Characters that are none, or that want to stand elsewhere.</summary>
    private static IEnumerable<string> Odd()
    {
        string[] characters =
        [
            "\0", "\u0007", "\u001B[31m", "\u007F", "\u0085", "\u009F", "\u2028", "\u2029", "\uFFFE", "\uFFFF", "\uFEFF", "\uD800", "\uDC00", "\uDC00\uD800", "\u200B", "\u200E", "\u200F",
            "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u061C", "\u034F", "\u115F", "\u3164", "\uFFFC", "\uE000", "\U000E0041", "\U0010FFFF",
        ];
        foreach (var odd in characters)
        {
            yield return $"before {odd} after {odd}[x{odd}](https://good.example/{odd}) <scr{odd}ipt>hostile()</script> java{odd}script:hostile()";
        }

        yield return Zalgo("hostile", 400);
        yield return new StringBuilder().Insert(0, "\u202E\u2067\u2068", 2_000).ToString() + "x";
    }

    private static string Zalgo(string word, int marks) => string.Concat(word.Select(letter => letter + string.Concat(Enumerable.Range(0, marks).Select(mark => (char)(0x0300 + (mark % 0x70))))));

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
