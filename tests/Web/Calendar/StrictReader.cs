using System.Text;
using System.Text.RegularExpressions;

namespace CohortCourses.Tests.Web.Calendar;

/// <summary>One property of an iCalendar file.</summary>
internal sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    public string Text => Regex.Replace(Value, @"\\.", escaped => escaped.Value[1] switch
    {
        'n' or 'N' => "\n",
        '\\' or ';' or ',' => escaped.Value[1..],
        _ => throw new FormatException($"'{escaped.Value}' is no escape."),
    }, RegexOptions.NonBacktracking);
}

/// <summary>One component of an iCalendar file.</summary>
internal sealed record Component(string Name, List<Property> Properties, List<Component> Components)
{
    /// <summary>The only property of that name.</summary>
    public Property this[string name] => Assert.Single(Properties, property => property.Name == name);

    public IEnumerable<Component> All(string name) => Components.Where(component => component.Name == name);
}

/// <summary>Reads iCalendar as RFC 5545 writes it down and forgives nothing.</summary>
internal static class StrictReader
{
    public static Component Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text.Split("\r\n")[..^1];
        Assert.All(physical, line =>
        {
            Assert.DoesNotContain('\r', line);
            Assert.DoesNotContain('\n', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
            Assert.DoesNotContain('\uFFFD', line);
        });
        var lines = text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Select(Parse).ToList();
        var at = 0;
        var calendar = ReadComponent(lines, ref at);
        Assert.Equal(lines.Count, at);
        Assert.Equal("VCALENDAR", calendar.Name);
        return calendar;
    }

    private static Component ReadComponent(List<Property> lines, ref int at)
    {
        Assert.Equal("BEGIN", lines[at].Name);
        var component = new Component(lines[at++].Value, [], []);
        while (lines[at].Name != "END")
        {
            if (lines[at].Name == "BEGIN")
            {
                component.Components.Add(ReadComponent(lines, ref at));
            }
            else
            {
                component.Properties.Add(lines[at++]);
            }
        }

        Assert.Equal(component.Name, lines[at++].Value);
        return component;
    }

    private static Property Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Assert.True(colon > 0, $"no value: {line}");
        var head = line[..colon].Split(';');
        Assert.Matches("^[A-Z0-9-]+$", head[0]);
        return new(
            head[0],
            head[1..].Select(parameter => parameter.Split('=')).ToDictionary(parts => parts[0], parts => Assert.Single(parts[1..]), StringComparer.Ordinal),
            line[(colon + 1)..]);
    }
}
