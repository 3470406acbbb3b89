namespace CohortCourses.Storage;

/// <summary>A post that everybody in its cohort can read, to be found by its words.</summary>
/// <param name="Title">That of the thread, with its first post.</param>
/// <param name="Text">Plain; people stand in it as <c>@{id}</c>.</param>
public sealed record SearchablePost(int Number, string By, DateTimeOffset At, string? Title, string Text);

/// <summary>A thread as the index knows it.</summary>
/// <param name="Version">Which version of it was read.</param>
public sealed record SearchableThread(string Thread, long Version, int Week, string Title, bool IsUnanswered);

/// <param name="Words">As typed.</param>
/// <param name="By">Learners, one of whom wrote it; null for anybody.</param>
/// <param name="Before">Only posts before this place; null for the newest.</param>
public sealed record SearchQuery(string Cohort, string? Words, IReadOnlyCollection<string>? By, int? Week, bool OnlyUnanswered, long? Before, int Count);

/// <summary>A piece of a text.</summary>
/// <param name="IsFound">Whether it is one of the words that were asked for.</param>
public sealed record SearchPart(string Text, bool IsFound);

/// <summary>A post that was found.</summary>
/// <param name="Place">To go on behind it.</param>
public sealed record SearchHit(
    long Place, string Thread, int Week, int Number, string By, DateTimeOffset At, IReadOnlyList<SearchPart> Title, IReadOnlyList<SearchPart> Text);
