using CohortCourses.Content.Courses;
using CohortCourses.Hosting;
using CohortCourses.Web.Policy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortCourses.Web.Health;

/// <summary>Whether the process lives, and whether it is ready for people: its storage answers, its courses are read, it is not stopping.</summary>
internal static class HealthServices
{
    public const string LivePath = "/health/live";

    public const string ReadyPath = "/health/ready";

    public static readonly PolicyRow[] Policies =
    [
        new("GET", LivePath, Who.Anyone),
        new("GET", ReadyPath, Who.Anyone),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="drain">How long a server that is told to stop still serves while it says that it is not ready.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services, TimeSpan drain)
    {
        services.AddHostedService(provider => new Drain(provider.GetRequiredService<IHostApplicationLifetime>(), drain, TimeProvider.System));
        services.AddSingleton<WebMetrics>();
        services.AddHealthChecks()
            .AddCheck<StorageAnswers>("storage", timeout: Patience)
            .AddCheck<CoursesAreRead>("courses")
            .AddCheck<NotStopping>("running");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LivePath, () => Results.Text("live"));
        routes.MapGet(ReadyPath, Ready);
    }

    private static async Task<IResult> Ready(HealthCheckService health, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var report = await health.CheckHealthAsync(context.RequestAborted);
        return Results.Json(
            new { Ready = report.Status == HealthStatus.Healthy, Checks = report.Entries.ToDictionary(check => check.Key, check => check.Value.Status == HealthStatus.Healthy) },
            statusCode: report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private sealed class StorageAnswers(StorageProbe storage) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await storage.AskAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class CoursesAreRead(CourseLibrary library) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            library.Courses.Any(course => course.Revision is not null) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }

    private sealed class NotStopping(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
    }
}
