using System.Globalization;
using CohortCourses.Web.Demo;
using CohortCourses.Web.Mail;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Startup;

/// <summary>What the console says once pages can be opened.</summary>
internal static class Welcome
{
    public static async Task<string> TextAsync(IServiceProvider services, ServeOptions options, string address, bool isTemporary) => string.Join(Environment.NewLine,
    [
        $"{(options.Demo ? "The demo" : "CohortCourses")} is at {address}",
        $"  courses  {options.Content}",
        $"  data     {options.Data}{(isTemporary ? ", which goes when the demo stops; keep it with --data DIR" : "")}",
        $"  mail     {Mail(services.GetRequiredService<MailOptions>())}",
        .. options.Demo ? Cast(address) : await SetupAsync(services, address),
        "Ctrl+C stops it.",
    ]);

    private static string Mail(MailOptions mail) =>
        mail.Server is { } server ? string.Create(CultureInfo.InvariantCulture, $"through {server}:{mail.Port}") : "written into the folder 'mail' of the data, until Mail:Server is set";

    private static IEnumerable<string> Cast(string address) => DemoCast.All
        .Select(person => $"  {person.Role?.ToString().ToLowerInvariant() ?? "organiser",-12} {address}{person.SignInPath,-22} {person.Token}")
        .Prepend("Sign in by opening a link; the word behind it is that person's token for the API:");

    /// <summary>The one-time link that makes the first organiser, as long as there is none.</summary>
    private static async Task<IEnumerable<string>> SetupAsync(IServiceProvider services, string address) =>
        await SetupLink.CreateAsync(services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<TimeProvider>()) is { } setup
            ? ["There is no organiser yet. Make the account here, within a day:", $"  {address}{setup}"]
            : [];
}
