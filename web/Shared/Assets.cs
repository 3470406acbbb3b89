using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CohortCourses.Web.Shared;

/// <summary>Where the files of <c>wwwroot</c> are.</summary>
public static class Assets
{
    /// <summary>The address of a file, with its hash, so that browsers keep it until it changes.</summary>
    public static string Asset(this ViewContext view, string file) =>
        "/" + (view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file);
}
