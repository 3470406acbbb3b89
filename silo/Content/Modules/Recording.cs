namespace CohortCourses.Content.Modules;

/// <summary>What a link to a recording leads to.</summary>
public enum RecordingKind
{
    Audio,
    Video,
}

internal static class Recording
{
    /// <summary>The kind of recording by the end of its address, or null: then it is a picture.</summary>
    public static RecordingKind? Kind(string url)
    {
        var path = url.Split('?', '#')[0];
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mp3" or ".ogg" or ".oga" or ".opus" or ".wav" or ".m4a" or ".flac" => RecordingKind.Audio,
            ".webm" or ".mp4" or ".ogv" or ".mov" => RecordingKind.Video,
            _ => null,
        };
    }
}
