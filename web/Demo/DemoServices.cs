using CohortCourses.Hosting;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Demo;

/// <summary>What the demo has beyond a pilot: its people, its sign-in links and its clock. A pilot has none of it.</summary>
internal static class DemoServices
{
    public static readonly PolicyRow[] Policies =
    [
        new("GET", "/demo/sign-in/{name}", Who.Anyone),
        new("GET", DemoSteering.Route, Who.Anyone),
        new("POST", DemoSteering.Route, Who.Anyone),
    ];

    /// <summary>Add it after what publishes courses: the story needs them.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, SteerableClock clock)
    {
        services.AddSingleton(clock);
        services.AddHostedService<DemoSeed>();
        services.AddHostedService<DemoChatter>();
        services.AddHostedService<DemoClock>();
        return services;
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demo/sign-in/{name}", DemoSignIn.SignIn);
        routes.MapGet(DemoSteering.Route, DemoSteering.Show);
        routes.MapPost(DemoSteering.Route, DemoSteering.Steer);
    }
}
