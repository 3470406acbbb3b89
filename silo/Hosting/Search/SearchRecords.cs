using System.Collections.Immutable;

namespace CohortCourses.Hosting;

/// <summary>A post that everybody in its cohort can read.</summary>
/// <param name="Title">That of the thread, with its first post; null with others.</param>
/// <param name="Text">Plain; people stand in it as <c>@{id}</c>.</param>
public sealed record IndexedPost(int Number, string By, DateTimeOffset At, string? Title, string Text);

/// <param name="Version">Which version of it was read.</param>
public sealed record IndexedThread(string Thread, long Version, int Week, string Title, bool IsUnanswered);

/// <param name="Words">As typed; quotes keep words together.</param>
/// <param name="By">Learners, one of whom wrote it; null for anybody.</param>
/// <param name="OnlyUnanswered">Only in questions that nobody has answered.</param>
/// <param name="Before">Only posts behind this place of an earlier answer; null for the newest.</param>
public sealed record SearchQuestion(string Cohort, string? Words, IReadOnlyCollection<string>? By, int? Week, bool OnlyUnanswered, long? Before, int Count);

/// <summary>A post that was found.</summary>
/// <param name="Place">To go on behind it.</param>
/// <param name="Title">That of its thread.</param>
/// <param name="Text">What stands around the first found word; people stand in it as <c>@{id}</c>.</param>
public sealed record FoundPost(
    long Place, string Thread, int Week, int Number, string By, DateTimeOffset At, ImmutableArray<FoundPart> Title, ImmutableArray<FoundPart> Text);

/// <summary>A piece of a text.</summary>
/// <param name="IsFound">Whether it is one of the words that were asked for.</param>
public sealed record FoundPart(string Text, bool IsFound);
