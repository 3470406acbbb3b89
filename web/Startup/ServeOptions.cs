using CohortCourses.Web.Mail;

namespace CohortCourses.Web.Startup;

/// <summary>What the server is started with.</summary>
public sealed record ServeOptions
{
    /// <summary>The folder with the pilot's data. Null: a temporary folder that goes when the server stops.</summary>
    public string? Data { get; init; }

    /// <summary>The folder with the courses.</summary>
    public required string Content { get; init; }

    /// <summary>Where to listen, separated by semicolons.</summary>
    public string Urls { get; init; } = Addresses.Default;

    /// <summary>Which mail server to use. Null: as the settings say; the demo never sends any.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>Whether this is the demo, with its people, its sign-in links and its clock.</summary>
    public bool Demo { get; init; }
}
