using System.Collections.Immutable;

namespace CohortCourses.Exports.Texts;

/// <summary>A passage of a text that somebody has given a code, in Unicode code points from the start of the text; the end is not in it.</summary>
public sealed record CodedSpan(int From, int To, string Code, string Coder);

/// <summary>What one person wrote in answer to one question.</summary>
/// <param name="Key">The study key it stands under.</param>
/// <param name="Form">The opened form that it answers.</param>
/// <param name="HasCase">Whether the key is that of a participant, and not of an anonymous answer.</param>
public sealed record SpokenText(string Key, string Form, string Text, bool HasCase, ImmutableArray<CodedSpan> Coded);

/// <summary>All that was written in answer to a question in one language.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Title">The question as it was asked.</param>
/// <param name="Language">A BCP 47 tag, or <c>und</c> where it is not known.</param>
/// <param name="Read">The texts from the first, as often as it is called.</param>
public sealed record TextCollection(string Id, string Title, string Language, Func<CancellationToken, IAsyncEnumerable<SpokenText>> Read);
