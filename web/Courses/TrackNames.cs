using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Courses;

public static class TrackNames
{
    /// <summary>What a track is called in the reader's language; a track that only its course knows keeps its id.</summary>
    public static string Track(this Words words, string track) => words.Has($"track.{track}") ? words[$"track.{track}"] : track;
}
