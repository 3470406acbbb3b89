namespace CohortCourses.Web.Moderation;

internal static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services.AddSingleton<ReportThrottles>().AddScoped<Quotes>();

    public static void MapModeration(this IEndpointRouteBuilder routes) => routes.MapGet(LogExport.Route, LogExport.GetAsync);
}
