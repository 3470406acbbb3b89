using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CohortCourses.Web.Startup;

/// <summary>Compresses what is made for each reader; style sheets and scripts are compressed when the server is built.</summary>
internal static class LightAnswers
{
    /// <summary>
    /// Also over HTTPS: the one secret in a page that an attacker could guess at by its size is the antiforgery token, and
    /// none of those serves for more than a few pages (<see cref="People.RecentForms"/>).
    /// </summary>
    public static void AddLightAnswers(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "text/calendar"];
        });
    }
}
