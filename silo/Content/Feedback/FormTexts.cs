using System.Collections.Immutable;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads the texts of a form, and keeps them all to say how far it is translated.</summary>
internal sealed class FormTexts(ImmutableArray<string> languages, ProblemLog problems)
{
    private readonly List<ImmutableSortedDictionary<string, string>> _all = [];

    public IReadOnlyList<ImmutableSortedDictionary<string, string>> All => _all;

    /// <summary>Null if there is no text in the source language, which is a problem if the text is required or others are there.</summary>
    public Wordings? Read(YamlMap map, string key, bool required = true) => Keep(Texts.Read(map, key, languages, problems, required));

    /// <summary>A text whose languages stand beside other keys.</summary>
    public Wordings? ReadBeside(YamlMap map, string what) => Keep(Texts.ReadBeside(map, what, languages, problems));

    private Wordings? Keep(ImmutableSortedDictionary<string, string> texts)
    {
        if (!texts.ContainsKey(languages[0]))
        {
            return null;
        }

        _all.Add(texts);
        return new(languages[0], texts);
    }
}
