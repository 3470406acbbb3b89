using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Translations;

/// <summary>What one segment of a translation was made from.</summary>
/// <param name="Source">Hash of the source segment: 8 hexadecimal digits.</param>
/// <param name="Own">Hash of the translated segment at that time: 4 digits. It tells whether a translator has touched it since.</param>
internal sealed record StampEntry(string Source, string Own)
{
    public override string ToString() => $"{Source}-{Own}";
}

/// <summary>The stamp of a translation: one entry for each of its segments, in order. Written by <see cref="ContentStamp"/>.</summary>
internal sealed partial record Stamp(ImmutableArray<StampEntry> Entries)
{
    private const int EntriesInALine = 6;

    public static Stamp? Read(ImmutableArray<(string Value, int Line)> texts, ProblemLog problems)
    {
        foreach (var (text, line) in texts)
        {
            if (!Entry().IsMatch(text))
            {
                problems.Add(line, $"`{text}` is no entry of a stamp.", "Remove the whole key `source` and run `content stamp`.");
                return null;
            }
        }

        return texts.IsEmpty ? null : new([.. texts.Select(text => new StampEntry(text.Value[..8], text.Value[9..]))]);
    }

    public static Stamp Of(IEnumerable<StampEntry> entries) => new([.. entries]);

    /// <summary>The lines of the front matter, with the key.</summary>
    public string ToYaml(string key)
    {
        var yaml = new StringBuilder(key).Append(":\n  [");
        foreach (var (index, line) in Entries.Chunk(EntriesInALine).Index())
        {
            yaml.Append(index == 0 ? "" : ",\n   ").AppendJoin(", ", (IEnumerable<StampEntry>)line);
        }

        return yaml.Append("]\n").ToString();
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();
}
