using System.Text;

namespace CohortCourses.Web.Calendar;

/// <summary>The lines of an iCalendar file: CRLF at the end of each, folded at 75 octets and never inside a character.</summary>
internal sealed class ContentLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder text = new();

    /// <param name="line">A name, parameters and a value, which is escaped already if it is a text.</param>
    public ContentLines Add(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    public ContentLines AddText(string name, string value) => Add($"{name}:{Escape(value)}");

    public override string ToString() => text.ToString();

    /// <summary>The value of a text property. Control characters have no place in one.</summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                _ when char.IsControl(character) => escaped.Append(' '),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
