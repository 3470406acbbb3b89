using System.Collections.Immutable;
using CohortCourses.Exports.Packages;
using CohortCourses.Exports.Qda;
using CohortCourses.Exports.Sheets;
using CohortCourses.Exports.Tables;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>The files that leave: which there are, and how each is written.</summary>
internal static class ExportFiles
{
    public const string Workbook = "workbook.xlsx";
    public const string Package = "package.zip";
    public const string Project = "project.qdpx";
    public const string Texts = "texts.zip";
    public const string Statements = "statements.json";

    public static readonly ImmutableSortedDictionary<string, Func<ExportRun, Table>> Tables = new Dictionary<string, Func<ExportRun, Table>>(StringComparer.Ordinal)
    {
        ["completion"] = PeopleTables.Completion,
        ["progress"] = PeopleTables.Progress,
        ["responses"] = AnswerTables.Responses,
        ["questions"] = FormTables.Questions,
        ["forms"] = FormTables.Forms,
        ["participation"] = AnswerTables.Participation,
        ["codes"] = CodingTables.Codes,
        ["coded-segments"] = CodingTables.Segments,
        ["findings"] = CodingTables.Findings,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>In the order in which a reader wants them.</summary>
    public static ImmutableArray<string> TableNames { get; } = ["completion", "progress", "participation", "forms", "questions", "responses", "codes", "coded-segments", "findings"];

    public static ImmutableArray<string> Bundles { get; } = [Package, Workbook, Project, Texts, Statements];

    /// <summary>Whether there is such a file: a bundle, or a table as <c>.csv</c> or <c>.json</c>.</summary>
    public static bool Exist(string file) => Bundles.Contains(file) || (Path.GetExtension(file) is ".csv" or ".json" && Tables.ContainsKey(Path.GetFileNameWithoutExtension(file)));

    public static string MediaType(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".qdpx" => "application/x-qdpx",
        _ => "application/zip",
    };

    /// <summary>What a file is called where it is saved.</summary>
    public static string NameOf(ExportRun run, string file) => $"{run.Cohort.Cohort}-{run.Label}-{file}";

    public static async Task Write(ExportRun run, string file, Stream target, CancellationToken stop)
    {
        switch (file)
        {
            case Workbook:
                await Workbooks.Write(All(run), run.Words.Language.Dir == "rtl", target, stop);
                break;
            case Package:
                await DataPackages.Write(
                    new($"{run.Cohort.Cohort}-{run.Label}", run.Cohort.Name, run.Words.Get("exports.package", ("cohort", run.Cohort.Name)), ExportReadme.Of(run, All(run)), All(run)), target, stop);
                break;
            case Project:
                await QdaProjects.Write(await ExportTexts.Project(run, stop), target, stop);
                break;
            case Texts:
                await TextBundles.Write(ExportTexts.Collections(run, coded: null, stop), ExportReadme.OfTexts(run), target, stop);
                break;
            case Statements:
                await ExportStatements.File(run).Write(ExportStatements.Of(run, stop), target, stop);
                break;
            default:
                var table = Tables[Path.GetFileNameWithoutExtension(file)](run);
                await (Path.GetExtension(file) == ".csv" ? CsvTables.Write(table, target, stop) : JsonTables.Write(table, target, stop));
                break;
        }
    }

    private static ImmutableArray<Table> All(ExportRun run) => [.. TableNames.Select(name => Tables[name](run))];
}
