using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CohortCourses.Web.Texts;

/// <summary>
/// The interface's sentences, one JSON file for each feature and language (<c>cohorts.fr.json</c>): keys to sentences with
/// <c>{named}</c> places, or to one sentence for each CLDR plural category of <c>{n}</c>. It stands for an ICU message library, in the small.
/// </summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Sentence>> languages;

    private TextCatalog(FrozenDictionary<string, FrozenDictionary<string, Sentence>> languages) => this.languages = languages;

    public IReadOnlyCollection<string> Keys(string language) => languages[language].Keys;

    internal Sentence? Find(string language, string key) => languages[language].GetValueOrDefault(key);

    /// <summary>Reads the files that are built into this assembly.</summary>
    public static TextCatalog Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var read = Languages.All.ToDictionary(language => language.Tag, _ => new Dictionary<string, Sentence>(StringComparer.Ordinal));
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            var into = read[name.Split('.')[^2]];
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                into.Add(entry.Name, Sentence.Of(entry.Value));
            }
        }

        return new(read.ToFrozenDictionary(language => language.Key, language => language.Value.ToFrozenDictionary()));
    }

    /// <summary>One sentence, or one for each plural category.</summary>
    internal sealed record Sentence(string? Plain, FrozenDictionary<string, string>? Plural)
    {
        /// <summary>All forms for browsers that count for themselves.</summary>
        public string? Forms => Plural is null ? null : field ??= JsonSerializer.Serialize(Plural);

        public static Sentence Of(JsonElement value) => value.ValueKind == JsonValueKind.String
            ? new(value.GetString(), null)
            : new(null, value.EnumerateObject().ToFrozenDictionary(form => form.Name, form => form.Value.GetString()!));
    }
}
