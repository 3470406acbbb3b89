using System.CommandLine;
using CohortCourses.Web.Evaluation.Exports;

namespace CohortCourses.Web.Startup;

/// <summary>The command line: serves, unless a subcommand says otherwise. Ends with 0, or with 1 and a line that says what to do.</summary>
public static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = ServeCommand.Create();
        root.Add(ContentCommands.Create());
        foreach (var command in DataCommandLine.Create())
        {
            root.Add(command);
        }

        root.Add(ExportCommand.Create());
        root.Add(PhaseCommands.Create());
        root.Add(OrganiserCommand.Create());
        root.Add(VersionCommand.Create());
        // The host looks after Ctrl+C itself, and takes the time it needs to stop.
        return root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>Runs, and turns what the reader can mend into one line.</summary>
    internal static async Task<int> Explained(Func<Task<int>> run, string urls = "")
    {
        try
        {
            return await run();
        }
        catch (Exception error) when (Complaint.Of(error, urls) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }
}
