using System.CommandLine;
using CohortCourses.Hosting;
using CohortCourses.Web.Demo;

namespace CohortCourses.Web.Startup;

/// <summary><c>backup</c>, <c>restore</c>, <c>check</c> and <c>data copy</c>, for whoever looks after the data.</summary>
internal static class DataCommandLine
{
    public static IEnumerable<Command> Create()
    {
        var target = new Argument<string>("DIR") { Description = "A new or empty folder." };
        yield return New("backup", "Copies the data as it is at one instant, also while the server runs.", target, (data, parsed) =>
            DataCommands.Backup(data, parsed.GetRequiredValue(target), TimeProvider.System));

        var backup = new Argument<string>("DIR") { Description = "A folder that 'backup' made." };
        yield return New("restore", "Checks a backup, then puts it in the place of the data, which is kept aside. Stop the server first.", backup, (data, parsed) =>
            DataCommands.Restore(parsed.GetRequiredValue(backup), data, TimeProvider.System));

        yield return New("check", "Looks at the data folder and reads every document in it, also while the server runs.", folder: null, (data, _) => DataCommands.Check(data));

        yield return new Command("data", "Moves data.") { Copy() };
    }

    private static Command Copy()
    {
        var from = new Option<string>("--from") { Description = "A data folder, or an address of Azure Storage.", HelpName = "PLACE", Required = true };
        var to = new Option<string>("--to") { Description = "The other one: a folder is made where it is missing.", HelpName = "PLACE", Required = true };
        var command = new Command("copy", "Copies all documents between a data folder and Azure Storage and compares them. Stop every server first; may be run again.") { from, to };
        command.SetAction((parsed, stop) => Commands.Explained(() =>
        {
            DemoFolder.Refuse(parsed.GetRequiredValue(from));
            DemoFolder.Refuse(parsed.GetRequiredValue(to));
            return TellAsync(DataCommands.CopyAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), TimeProvider.System, stop));
        }));
        return command;
    }

    private static Command New(string name, string description, Argument<string>? folder, Func<string, ParseResult, DataReport> run)
    {
        var command = new Command(name, description) { CommonOptions.Data };
        if (folder is not null)
        {
            command.Add(folder);
        }

        command.SetAction((parsed, _) => Commands.Explained(() =>
            TellAsync(Task.FromResult(run(parsed.GetValue(CommonOptions.Data) ?? CommonOptions.DefaultData, parsed)))));
        return command;
    }

    private static async Task<int> TellAsync(Task<DataReport> work)
    {
        var report = await work;
        await (report.Succeeded ? Console.Out : Console.Error).WriteLineAsync(string.Join(Environment.NewLine, report.Lines));
        return report.Succeeded ? 0 : 1;
    }
}
