using System.Text;

namespace CohortCourses.Web.Mail;

/// <summary>A mail as plain text.</summary>
internal static class PlainMail
{
    private const string NewLine = "\r\n";

    public static string Write(MailText mail)
    {
        var text = new StringBuilder();
        foreach (var lead in mail.Lead)
        {
            text.Append(lead).Append(NewLine).Append(NewLine);
        }

        foreach (var part in mail.Parts)
        {
            text.Append(part.Heading).Append(NewLine);
            foreach (var line in part.Lines)
            {
                text.Append("- ").Append(Isolate(Flat(line.Text))).Append(NewLine);
                Add(line.Note is null ? null : $"  {line.Note}");
                Add(line.Link is null ? null : $"  {line.Link}");
            }

            text.Append(NewLine);
        }

        if (mail.Action is { } action)
        {
            text.Append(action.Label).Append(NewLine).Append(action.Address).Append(NewLine).Append(NewLine);
        }

        text.Append("-- ").Append(NewLine).Append(mail.Why).Append(NewLine);
        if (mail.Stop is { } stop)
        {
            text.Append(stop.Label).Append(NewLine).Append(stop.Address).Append(NewLine);
        }

        return text.ToString();

        void Add(string? line)
        {
            if (line is not null)
            {
                text.Append(line).Append(NewLine);
            }
        }
    }

    /// <summary>Keeps a text of another direction from turning what stands around it.</summary>
    public static string Isolate(string text) => $"\u2068{text}\u2069";

    /// <summary>On one line, without control characters.</summary>
    public static string Flat(string text) =>
        string.Join(' ', string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
