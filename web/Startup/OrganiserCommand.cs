using System.CommandLine;
using CohortCourses.Contracts;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Startup;

/// <summary><c>organiser-link</c>: the way back for an organiser who forgot their own passphrase. Everybody else gets a link from the organiser.</summary>
internal static class OrganiserCommand
{
    public static Command Create()
    {
        var command = new Command("organiser-link", "Makes a link by which the organiser chooses another passphrase. Stop the server first.") { CommonOptions.Data };
        command.SetAction((parsed, cancellation) => Commands.Explained(() => CommandSilo.RunAsync(parsed, grains => MakeAsync(grains, TimeProvider.System, Console.Out, Console.Error), cancellation, writes: true)));
        return command;
    }

    internal static async Task<int> MakeAsync(IGrainFactory grains, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        if (await grains.Catalog().Organiser() is not { } organiser)
        {
            await errors.WriteLineAsync("There is no organiser yet. Start the server: it prints the link that makes one.");
            return 1;
        }

        var path = await PassphraseLinks.MakeAsync(grains, clock, organiser, Secrets.Make());
        await output.WriteLineAsync($"Start the server and open this path of it within {PassphraseLinks.Life.Days} days. It works once, together with the organiser's sign-in name:{Environment.NewLine}  {path}");
        return 0;
    }
}
