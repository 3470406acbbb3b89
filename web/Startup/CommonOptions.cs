using System.CommandLine;

namespace CohortCourses.Web.Startup;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    /// <summary>Where one stands.</summary>
    public const string DefaultData = "data";

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder with the pilot's data. Default: the folder 'data' here; for the demo a temporary one that goes when it stops.",
        HelpName = "DIR",
    };

    public static Option<string?> Content { get; } = new("--content")
    {
        Description = "The folder with the courses. Default: the folder 'content' here or above.",
        HelpName = "DIR",
    };
}
