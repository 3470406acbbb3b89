using System.Collections.Immutable;

namespace CohortCourses.Content.Courses;

/// <summary>One text in several languages. The source language is always among them and is the fallback.</summary>
public sealed class Wordings
{
    private readonly ImmutableSortedDictionary<string, Wording> _wordings;

    internal Wordings(string sourceLanguage, IEnumerable<KeyValuePair<string, string>> texts)
    {
        SourceLanguage = sourceLanguage;
        _wordings = texts.ToImmutableSortedDictionary(
            text => text.Key, text => new Wording(text.Value, text.Key), StringComparer.Ordinal);
    }

    public string SourceLanguage { get; }

    /// <summary>The languages that have a text of their own.</summary>
    public IEnumerable<string> Languages => _wordings.Keys;

    /// <summary>The text in this language, or else in the source language; the answer says which it is.</summary>
    public Wording In(string language) =>
        _wordings.TryGetValue(language, out var wording) ? wording : _wordings[SourceLanguage];

    public override string ToString() => In(SourceLanguage).Text;
}
