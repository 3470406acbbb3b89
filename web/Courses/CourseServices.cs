using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace CohortCourses.Web.Courses;

internal static class CourseServices
{
    public static readonly PolicyRow[] Policies =
    [
        new("GET", "/", Who.Anyone),
        new("GET", "/courses/{course}", Who.Anyone),
        new("GET", "/courses/{course}/media/{**path}", Who.Anyone),
    ];

    public static IServiceCollection AddCourses(this IServiceCollection services, string contentFolder)
    {
        // Reading takes a third of the start, so it goes on while the rest is put together; whoever asks first waits for it.
        var library = new Lazy<CourseLibrary>(() => CourseLibrary.Load(contentFolder));
        _ = Task.Run(() => library.Value);
        services.AddSingleton(_ => library.Value);
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<TextCatalog>();
            return new ModuleRenderer(
                language => new ModuleWords(new Words(texts, Languages.Find(language) ?? Languages.Fallback)),
                new PageAddresses());
        });
        services.AddHostedService<CoursePublisher>();
        return services;
    }

    public static void MapCourses(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/courses/{course}/media/{**path}", Media);

    /// <summary>An image of a course. Its address carries its hash, so browsers keep it; a drawing may not do anything but be shown.</summary>
    private static IResult Media(HttpContext context, CourseLibrary library, string course, string path)
    {
        if (library.FindMedia(course, path) is not { } image)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(image.Bytes, image.ContentType, entityTag: new EntityTagHeaderValue($"\"{image.Hash}\""));
    }
}
