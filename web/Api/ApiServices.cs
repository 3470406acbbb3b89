using CohortCourses.Web.Calendar;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Errors;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Evaluation.Exports;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CohortCourses.Web.Api;

/// <summary>The API, version 1: what programs may ask and do in a person's name.</summary>
internal static class ApiServices
{
    public const string Root = "/api/v1";

    private const string OneCohort = Root + "/cohorts/{cohort}";
    private const string OneWeek = OneCohort + "/weeks/{week:int}";

    public static readonly PolicyRow[] Policies =
    [
        new("GET", ApiDocument.Route, Who.Anyone),
        new("GET", Root + "/courses", Who.Anyone),
        new("GET", Root + "/courses/{course}", Who.Anyone),
        new("GET", Root + "/me", Who.SignedIn),
        new("GET", Root + "/cohorts", Who.SignedIn),
        new("POST", Root + "/cohorts", Who.Organiser),
        new("GET", OneCohort, Who.Members),
        new("GET", OneCohort + "/people", Who.Members),
        new("GET", OneCohort + "/calendar.ics", Who.Members | Who.CalendarKey),
        new("POST", OneCohort + "/invitations", Who.Staff),
        new("POST", OneCohort + "/reports", Who.Members),
        new("GET", OneCohort + "/moderation/cases", Who.Members),
        new("POST", OneCohort + "/moderation/cases/{case}/acts", Who.Members),
        new("GET", OneCohort + "/moderation/log", Who.Staff),
        new("GET", OneWeek, Who.Members),
        new("PUT", OneWeek + "/completion", Who.Members),
        new("DELETE", OneWeek + "/completion", Who.Members),
        .. DiscussionApi.Policies,
        .. SearchServices.ApiPolicies,
        .. EvaluationPolicies.Api,
        .. FindingPolicies.Api,
        .. FormApi.Policies,
    ];

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddApiDocument();
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithMetadata(new ApiEndpoint(), new RequestSizeLimitAttribute(BodyLimit.Api));
        api.MapCourseApi();
        api.MapPeopleApi();
        api.MapCohortApi();
        api.MapCohortMaking();
        api.MapInvitationApi();
        api.MapWeekApi();
        api.MapModerationApi();
        api.MapCalendar();
        api.MapDiscussionApi();
        api.MapSearchApi();
        api.MapEvaluationApi();
        api.MapFindingApi();
        api.MapNextPhaseApi();
        api.MapFormApi();
        api.MapExportApi();
        routes.MapOpenApi(ApiDocument.Route);
        routes.MapGet(ErrorPages.ProblemPath, FailureProblem.Explain).ExcludeFromDescription();
    }
}
