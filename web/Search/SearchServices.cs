using CohortCourses.Web.Api;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Search;

internal static class SearchServices
{
    public static readonly PolicyRow[] Policies = [new("GET", "/c/{cohort}/search", Who.Members)];

    public static readonly PolicyRow[] ApiPolicies = [new("GET", ApiServices.Root + SearchApi.Path, Who.Members)];

    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndexer>();
        services.AddSingleton<PostSearch>();
        services.AddHostedService<SearchRounds>();
        return services;
    }
}
