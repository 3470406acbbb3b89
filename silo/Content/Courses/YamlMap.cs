using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CohortCourses.Content.Courses;

/// <summary>
/// A YAML mapping whose keys are taken one by one; what is of the wrong kind, missing or left over becomes a problem
/// with its line.
/// </summary>
internal sealed class YamlMap
{
    /// <summary>Stream, document and root: these three are not counted.</summary>
    private const int OuterNesting = 3;

    private readonly YamlMappingNode _node;
    private readonly ProblemLog _problems;
    private readonly int _lineOffset;
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, ProblemLog problems, int lineOffset)
    {
        _node = node;
        _problems = problems;
        _lineOffset = lineOffset;
    }

    /// <summary>The line on which the mapping starts.</summary>
    public int Line => LineOf(_node);

    /// <summary>
    /// Reads a document that is one mapping. <paramref name="lineOffset"/> is the number of lines above the text. Three levels under the
    /// root are enough for a list of weeks with their titles.
    /// </summary>
    public static YamlMap? Parse(string text, int lineOffset, ProblemLog problems, int deepest = 3)
    {
        var stream = new YamlStream();
        try
        {
            if (FirstOdd(text, deepest + OuterNesting) is { } odd)
            {
                problems.Add(
                    (int)odd.Start.Line + lineOffset,
                    "This is YAML of a kind that a course does not need: an alias, or lists in lists.",
                    $"Write the values out, with keys and lists at most {(deepest == 3 ? "three" : "four")} deep.");
                return null;
            }

            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            problems.Add(
                (int)error.Start.Line + lineOffset,
                $"This is not valid YAML: {Reason(error)}",
                "Check the indentation, the colons and the quotes here and on the line above.");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new(root, problems, lineOffset);
        }

        problems.Add(1 + lineOffset, "Keys with values are expected here.", "Write one `key: value` on each line.");
        return null;
    }

    /// <summary>The line of a key, or of the mapping when the key is not there.</summary>
    public int LineOfKey(string key) =>
        _node.Children.Keys.FirstOrDefault(node => node is YamlScalarNode scalar && scalar.Value == key) is { } found
            ? LineOf(found)
            : Line;

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => _node.Children.ContainsKey(new YamlScalarNode(key));

    public (string Value, int Line)? Text(string key, bool required = true)
    {
        switch (Find(key, required))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } value } node when !string.IsNullOrWhiteSpace(value):
                return (value.Trim(), LineOf(node));
            case var node:
                Expected(node, key, "a text", $"Write `{key}:` and a text after it.");
                return null;
        }
    }

    public (int Value, int Line)? Number(string key, int least, int most, bool required = true)
    {
        var node = Find(key, required);
        if (node is YamlScalarNode { Value: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return (value, LineOf(node));
        }

        if (node is not null)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
            Expected(node, key, range, $"Write {range}.");
        }

        return null;
    }

    /// <summary>A list of texts; empty when the key is missing or wrong.</summary>
    public ImmutableArray<(string Value, int Line)> Texts(string key, bool required = true)
    {
        var node = Find(key, required);
        if (node is YamlSequenceNode list && list.All(item => item is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. list.Select(item => (((YamlScalarNode)item).Value!.Trim(), LineOf(item)))];
        }

        if (node is not null)
        {
            Expected(node, key, "a list of texts", "Write one text on each line, after `- `.");
        }

        return [];
    }

    public YamlMap? Map(string key, bool required = true)
    {
        var node = Find(key, required);
        if (node is YamlMappingNode map)
        {
            return new(map, _problems, _lineOffset);
        }

        if (node is not null)
        {
            Expected(node, key, "keys with values", "Indent one `key: value` on each line under it.");
        }

        return null;
    }

    public ImmutableArray<YamlMap> Maps(string key)
    {
        var node = Find(key, required: true);
        if (node is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
        {
            return [.. list.Select(item => new YamlMap((YamlMappingNode)item, _problems, _lineOffset))];
        }

        if (node is not null)
        {
            Expected(node, key, "a list of entries", "Start each entry with `- ` and its first key.");
        }

        return [];
    }

    /// <summary>All keys with their texts: for a map of languages.</summary>
    public ImmutableArray<(string Key, string Value, int Line)> Entries()
    {
        var entries = ImmutableArray.CreateBuilder<(string, string, int)>();
        foreach (var name in _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? ""))
        {
            if (Text(name) is { } text)
            {
                entries.Add((name, text.Value, text.Line));
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>Call last: every key that nobody asked for is a problem.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (!_asked.Contains(name))
            {
                _problems.Add(LineOf(key), $"The key `{name}` is unknown.", $"Remove or correct it; the keys here are {string.Join(", ", _asked)}.");
            }
        }
    }

    /// <summary>The first event that the tree must not be built for: it is built by recursion, and an alias may stand for a great deal.</summary>
    private static ParsingEvent? FirstOdd(string text, int deepest)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > deepest || parser.Current is AnchorAlias)
            {
                return parser.Current;
            }
        }

        return null;
    }

    private YamlNode? Find(string key, bool required)
    {
        _asked.Add(key);
        if (_node.Children.TryGetValue(new YamlScalarNode(key), out var node))
        {
            return node;
        }

        if (required)
        {
            _problems.Add(Line, $"The key `{key}` is missing.", $"Add `{key}:` with its value.");
        }

        return null;
    }

    private void Expected(YamlNode node, string key, string kind, string mend) =>
        _problems.Add(LineOf(node), $"`{key}` has to be {kind}.", mend);

    private int LineOf(YamlNode node) => (int)node.Start.Line + _lineOffset;

    private static string Reason(YamlException error)
    {
        var reason = (error.InnerException?.Message ?? error.Message).Trim().TrimEnd('.');
        var afterPosition = reason.LastIndexOf("): ", StringComparison.Ordinal);
        return (afterPosition < 0 ? reason : reason[(afterPosition + 3)..]) + ".";
    }
}
