using System.CommandLine;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Startup;

/// <summary><c>backup</c>, <c>restore</c> and <c>check</c>, for whoever looks after the data.</summary>
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
    }

    private static Command New(string name, string description, Argument<string>? folder, Func<string, ParseResult, DataReport> run)
    {
        var command = new Command(name, description) { CommonOptions.Data };
        if (folder is not null)
        {
            command.Add(folder);
        }

        command.SetAction((parsed, _) => Commands.Explained(async () =>
        {
            var report = run(parsed.GetValue(CommonOptions.Data) ?? CommonOptions.DefaultData, parsed);
            await (report.Succeeded ? Console.Out : Console.Error).WriteLineAsync(string.Join(Environment.NewLine, report.Lines));
            return report.Succeeded ? 0 : 1;
        }));
        return command;
    }
}
