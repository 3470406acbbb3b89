using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads choices, statements and levels: one on each line.</summary>
internal sealed class ListReader(FormTexts words, ProblemLog problems)
{
    private const int Fewest = 2;

    /// <summary>Entries with an id: <c>- { id: yes, en: Yes, fr: Oui }</c>.</summary>
    public ImmutableArray<Choice> Choices(YamlMap map, string key, int most)
    {
        var ids = new List<(string Value, int Line)>();
        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var entry in Entries(map, key, key == "rows" ? 1 : Fewest, most))
        {
            var id = entry.Text("id");
            Texts.RefuseOddName(id, problems);
            var text = words.ReadBeside(entry, id is null ? $"An entry under `{key}`" : $"`{id.Value.Value}` under `{key}`");
            entry.RefuseOtherKeys();
            if (id is { } named)
            {
                ids.Add(named);
                choices.Add(new(named.Value, text!));
            }
        }

        Texts.RefuseTwins(ids, "id", problems);
        return choices.ToImmutable();
    }

    /// <summary>Labels, the lowest level first: <c>- { en: Not at all, fr: Pas du tout }</c>.</summary>
    public ImmutableArray<Wordings> Levels(YamlMap map, int most)
    {
        var levels = ImmutableArray.CreateBuilder<Wordings>();
        foreach (var (index, entry) in Entries(map, "levels", Fewest, most).Index())
        {
            levels.Add(words.ReadBeside(entry, $"Level {Number(index + 1)}")!);
            entry.RefuseOtherKeys();
        }

        return levels.ToImmutable();
    }

    private ImmutableArray<YamlMap> Entries(YamlMap map, string key, int fewest, int most)
    {
        var entries = map.Maps(key);
        if (!entries.IsEmpty && (entries.Length < fewest || entries.Length > most))
        {
            problems.Add(map.LineOfKey(key), entries.Length == 1 ? $"There is 1 entry under `{key}`." : $"There are {Number(entries.Length)} entries under `{key}`.", $"Write {Number(fewest)} to {Number(most)}.");
        }

        return entries;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
