using System.CommandLine;
using CohortCourses.Contracts;
using CohortCourses.Web.Startup;
using CohortCourses.Web.Texts;
using Spectre.Console;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary><c>export COHORT --to DIR</c>: what evaluators download, for whoever sits at the machine. The server must not run, or a copy is named; its pages offer the same.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Cohort = new("COHORT") { Description = "The cohort's address, such as spring." };

    private static readonly Option<string> To = new("--to") { Description = "The folder to write to; it is made if it is not there.", HelpName = "DIR", Required = true };

    private static readonly Option<string[]> Format = new("--format")
    {
        Description = "What to write: package, workbook, project, texts, statements, csv, json. Default: package.",
        HelpName = "FORMAT",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> For = new("--for") { Description = "The label: what it is for. Default: the day in the cohort's zone.", HelpName = "LABEL" };

    private static readonly Option<string> Language = new("--language") { Description = "The language of texts and columns: en, fr, ar.", HelpName = "TAG", DefaultValueFactory = _ => "en" };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("package", "workbook", "project", "texts", "statements", "csv", "json");
        Language.AcceptOnlyFromAmong([.. Languages.All.Select(language => language.Tag)]);
        var command = new Command("export", "Writes a cohort's data for research, under study keys. Stop the server first, name a copy of its data, or download from its pages.") { Cohort, To, Format, For, Language, CommonOptions.Data };
        command.SetAction((parsed, stop) => Commands.Explained(() => CommandSilo.RunAsync(parsed, grains => Write(parsed, grains, stop), stop)));
        return command;
    }

    private static async Task<int> Write(ParseResult parsed, IGrainFactory grains, CancellationToken stop)
    {
        var slug = parsed.GetRequiredValue(Cohort);
        var words = new Words(TextCatalog.Load(), Languages.Find(parsed.GetRequiredValue(Language))!);
        var cohort = await grains.Cohort(slug).Get() ?? throw new Complaint($"There is no cohort '{slug}' in this data folder.");
        var folder = Folder(parsed.GetRequiredValue(To));
        var files = Files(parsed.GetValue(Format) is { Length: > 0 } formats ? formats : ["package"]);
        await Progress().StartAsync(async shown =>
        {
            foreach (var file in files)
            {
                var task = shown.AddTask(file).IsIndeterminate();
                var (run, outcome) = await ExportRun.Begin(grains, cohort, file, parsed.GetValue(For), by: null, words, TimeProvider.System.GetUtcNow());
                if (run is null)
                {
                    throw new Complaint(Shared.Refusals.Explain(words, outcome));
                }

                await Write(run, file, Path.Combine(folder.FullName, ExportFiles.NameOf(run, file)), stop);
                task.Value = task.MaxValue;
                task.StopTask();
            }
        });
        await Console.Out.WriteLineAsync($"Wrote {(files is [var only] ? only : $"{files.Count} files")} to {folder.FullName}. That it was taken is in the log of the cohort's exports.");
        return 0;
    }

    private static DirectoryInfo Folder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Complaint($"{path} is no folder that can be written to. Name another one with --to.");
        }
    }

    /// <summary>Whoever is interrupted leaves no file that looks whole; one from before stays until the new one is.</summary>
    private static async Task Write(ExportRun run, string file, string path, CancellationToken stop)
    {
        var part = path + ".part";
        try
        {
            await using (var target = File.Create(part))
            {
                await ExportFiles.Write(run, file, target, stop);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Progress Progress() => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
        .Columns(new TaskDescriptionColumn(), new SpinnerColumn(), new ElapsedTimeColumn());

    private static List<string> Files(string[] formats) =>
    [
        .. formats.Distinct(StringComparer.Ordinal).SelectMany(format => format is "csv" or "json"
            ? ExportFiles.TableNames.Select(table => $"{table}.{format}")
            : ExportFiles.Bundles.Where(file => Path.GetFileNameWithoutExtension(file) == format)),
    ];
}
