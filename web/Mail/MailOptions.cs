using System.Globalization;
using System.Net.Mail;
using CohortCourses.Web.Startup;

namespace CohortCourses.Web.Mail;

/// <summary>How the line to the mail server is kept from listeners.</summary>
public enum MailSecurity
{
    /// <summary>The line is encrypted from the STARTTLS command on; a server that cannot do it is not used.</summary>
    StartTls,

    /// <summary>In the clear, for a mail server on this computer.</summary>
    None,
}

/// <summary>Which mail server to use: the settings <c>Mail:*</c>, or <c>Mail__*</c> in the environment.</summary>
public sealed record MailOptions
{
    private const string Section = "Mail";

    private const int TlsFromTheFirstByte = 465;

    private static readonly string[] Names = [nameof(Server), nameof(Port), nameof(User), nameof(Password), nameof(From), nameof(Security), nameof(Site)];

    /// <summary>The name of the SMTP server. Null: mail is written into the data folder, as files that mail programs open.</summary>
    public string? Server { get; init; }

    /// <summary>587 unless set: where servers take mail from their own users.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Null: without signing in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that mail comes from. Needed with a server.</summary>
    public string From { get; init; } = "cohortcourses@localhost";

    public MailSecurity Security { get; init; }

    /// <summary>The address of this site as people open it, for the links in mail. Needed with a server; without one it is where this process listens.</summary>
    public Uri? Site { get; init; }

    /// <exception cref="Complaint">A setting is missing or makes no sense; the message says what to set.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } strange)
        {
            throw new Complaint($"{Section}:{strange.Key} is no setting. There are {string.Join(", ", Names.Select(name => $"{Section}:{name}"))}.");
        }

        var server = Text(section, nameof(Server));
        var options = new MailOptions
        {
            Server = server,
            Port = ReadPort(section),
            User = Text(section, nameof(User)),
            Password = Text(section, nameof(Password)),
            From = Text(section, nameof(From)) ?? (server is null ? new MailOptions().From : throw Missing(nameof(From), "the address that mail comes from, such as courses@example.org")),
            Security = ReadSecurity(section),
            Site = ReadSite(section) ?? (server is null ? null : throw Missing(nameof(Site), "the address that people open, such as https://courses.example.org, for the links in mail")),
        };
        options.Check();
        return options;
    }

    private void Check()
    {
        if (!MailAddress.TryCreate(From, out var from) || from.Address != From)
        {
            throw new Complaint($"{Section}:{nameof(From)} is '{From}', which is no mail address. Write it like courses@example.org.");
        }

        if (Port == TlsFromTheFirstByte)
        {
            throw new Complaint($"{Section}:{nameof(Port)} 465 expects TLS from the first byte, which is not spoken here. Use the server's port for STARTTLS, most often 587.");
        }

        if ((User is null) != (Password is null))
        {
            throw new Complaint($"Set both {Section}:{nameof(User)} and {Section}:{nameof(Password)}, or neither.");
        }

        if (Security == MailSecurity.None && User is not null && Server is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new Complaint($"{Section}:{nameof(Security)} None would send the password in the clear to {Server}. Set it to StartTls, or leave it out.");
        }
    }

    private static string? Text(IConfigurationSection section, string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int ReadPort(IConfigurationSection section) =>
        Text(section, nameof(Port)) is not { } text ? new MailOptions().Port
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65_536 ? port
        : throw new Complaint($"{Section}:{nameof(Port)} is '{text}'. Set it to a number from 1 to 65535, most often 587.");

    private static MailSecurity ReadSecurity(IConfigurationSection section) =>
        Text(section, nameof(Security)) is not { } text ? MailSecurity.StartTls
        : Enum.TryParse<MailSecurity>(text, ignoreCase: true, out var security) && Enum.IsDefined(security) ? security
        : throw new Complaint($"{Section}:{nameof(Security)} is '{text}'. Set it to StartTls or, for a server on this computer, to None.");

    private static Uri? ReadSite(IConfigurationSection section) =>
        Text(section, nameof(Site)) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.PathAndQuery == "/" ? site
        : throw new Complaint($"{Section}:{nameof(Site)} is '{text}'. Write it like https://courses.example.org.");

    private static Complaint Missing(string name, string what) => new($"{Section}:{nameof(Server)} is set, so {Section}:{name} is needed: {what}.");
}
