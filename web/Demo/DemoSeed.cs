using CohortCourses.Content.Courses;
using CohortCourses.Hosting;
using CohortCourses.Web.Startup;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Demo;

/// <summary>Makes the demo's data before the first page is asked for; a demo that was made goes on where it was.</summary>
internal sealed class DemoSeed(IGrainFactory grains, CourseLibrary courses, TextCatalog texts, SteerableClock clock, ServeOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Data is not { } folder || DemoFolder.Read(folder) is null)
        {
            await new DemoStory(grains, courses, new(texts, Languages.Fallback), clock).Play();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
