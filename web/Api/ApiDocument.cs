using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using CohortCourses.Web.Calendar;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CohortCourses.Web.Api;

/// <summary>The OpenAPI document of the API. Who may call what comes from the policy table.</summary>
internal static partial class ApiDocument
{
    public const string Route = "/openapi/{documentName}.json";

    public const string Cursor = "Where to go on: the next of an earlier answer. Opaque.";

    private const string Token = "token";
    private const string SessionCookie = "session";
    private const string Key = "calendarKey";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().Any();
        document.AddSchemaTransformer(TellWhatIsReadFromWhatIsWritten);
        document.AddDocumentTransformer(Introduce);
        document.AddDocumentTransformer(NameWhoMayCall);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken token)
    {
        document.Servers?.Clear();
        document.Info = new()
        {
            Title = "CohortCourses",
            Version = "1",
            Description = """
                Courses that cohorts take week by week. Errors are problem details (RFC 9457) with a stable `code`, a `title` in
                the reader's language and, where fields are to blame, `errors` for each. Whatever is created takes an `id` made
                by the caller, so a request whose answer got lost can be sent again. Lists answer `items` and `next`; send `next`
                as `cursor` to go on. What someone may not see answers 404.
                """.ReplaceLineEndings(" "),
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token." },
            [SessionCookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "session",
                Description = "The cookie of a browser that is signed in. Whatever changes something also takes an antiforgery token of a page in the header RequestVerificationToken.",
            },
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Query, Name = CalendarKey.Field, Description = "The secret of a calendar link." },
        };
        return Task.CompletedTask;
    }

    private static Task NameWhoMayCall(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken token)
    {
        foreach (var row in ApiServices.Policies)
        {
            var path = Constraint().Replace(row.Route, "}");
            if (!document.Paths.TryGetValue(path, out var item) || item.Operations?.GetValueOrDefault(HttpMethod.Parse(row.Method)) is not { } operation)
            {
                continue;
            }

            if (path.Contains("{cohort}", StringComparison.Ordinal))
            {
                operation.Parameters ??= [];
                operation.Parameters.Insert(0, new OpenApiParameter
                {
                    Name = "cohort",
                    In = ParameterLocation.Path,
                    Required = true,
                    Description = "The cohort's slug.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            operation.Security = [.. SchemesOf(row.Who).Select(scheme => new OpenApiSecurityRequirement { [new(scheme, document)] = [] })];
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> SchemesOf(Who who)
    {
        if (who.HasFlag(Who.Anyone))
        {
            yield break;
        }

        yield return Token;
        yield return SessionCookie;
        if (who.HasFlag(Who.CalendarKey))
        {
            yield return Key;
        }
    }

    /// <summary>
    /// A field that is marked as required is nullable only to tell that it is missing. What we read has no other fields; what we write
    /// may get more in time.
    /// </summary>
    private static Task TellWhatIsReadFromWhatIsWritten(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken token)
    {
        if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true)
        {
            schema.Type &= ~JsonSchemaType.Null;
        }

        if (!context.JsonTypeInfo.Type.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            schema.AdditionalPropertiesAllowed = true;
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(":[a-z]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Constraint();
}
