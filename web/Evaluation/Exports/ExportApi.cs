using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What leaves for other programs, under study keys. Pages link to the same addresses.</summary>
internal static class ExportApi
{
    private const string Path = "/cohorts/{cohort}/exports/";
    private const string Rules =
        "Under study keys made for the label; who did not agree to research stands in no row. The same label and data give the same bytes. Each export is logged. Texts and names of columns are in the reader's language.";

    public static readonly PolicyRow[] Policies =
    [
        .. ExportFiles.Bundles.Select(file => new PolicyRow("GET", ApiServices.Root + Path + file, EvaluationPolicies.Evaluators)),
        .. new[] { "csv", "json" }.Select(format => new PolicyRow("GET", $"{ApiServices.Root}{Path}{{table}}.{format}", EvaluationPolicies.Evaluators)),
    ];

    public static void MapExportApi(this IEndpointRouteBuilder api)
    {
        foreach (var (file, name, summary) in new[]
        {
            (ExportFiles.Package, "exportPackage", "All tables as one Frictionless data package"),
            (ExportFiles.Workbook, "exportWorkbook", "All tables as one workbook"),
            (ExportFiles.Project, "exportProject", "Free text and codes as a REFI-QDA project"),
            (ExportFiles.Texts, "exportTexts", "Free text as plain text files, a folder for each language"),
            (ExportFiles.Statements, "exportStatements", "What participants did as xAPI 1.0.3 statements"),
        })
        {
            Describe(api.MapGet(Path + file, (HttpContext context, [FromQuery(Name = "for"), Description("The label: what it is for. Without one the day in the cohort's zone.")] string? label) => Send(context, file, label)), name, summary, file);
        }

        Describe(api.MapGet(Path + "{table}.csv", (HttpContext context, [Description("completion, progress, responses, questions, forms, participation, codes, coded-segments or findings.")] string table, [FromQuery(Name = "for"), Description("As for the others.")] string? label) =>
            Send(context, $"{table}.csv", label)), "exportTableAsCsv", "One table as CSV (RFC 4180, UTF-8); texts that start like a formula have an apostrophe before them", "x.csv");
        Describe(api.MapGet(Path + "{table}.json", (HttpContext context, [Description("As for CSV.")] string table, [FromQuery(Name = "for"), Description("As for the others.")] string? label) =>
            Send(context, $"{table}.json", label)), "exportTableAsJson", "One table as JSON, with exactly what was written", "x.json");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name, string summary, string file) =>
        endpoint.WithName(name).WithTags("Exports").WithSummary(summary).WithDescription(Rules)
            .Produces(StatusCodes.Status200OK, contentType: ExportFiles.MediaType(file).Split(';')[0]).RefusesStrangers().Refuses(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Send(HttpContext context, string file, string? label)
    {
        var reader = context.RequestServices.GetRequiredService<Reader>();
        if (!ExportFiles.Exist(file))
        {
            return Problem.Of(reader, StatusCodes.Status404NotFound, "resource.unknown");
        }

        var grains = context.RequestServices.GetRequiredService<IGrainFactory>();
        var (run, outcome) = await ExportRun.Begin(grains, context.Cohort().Cohort, file, label, context.User.LearnerId(), reader.Words, reader.Now);
        if (run is null)
        {
            return Problem.Of(reader, outcome, "for");
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => ExportFiles.Write(run, file, stream, context.RequestAborted), ExportFiles.MediaType(file), ExportFiles.NameOf(run, file));
    }
}
