using System.Globalization;
using System.Text;

namespace CohortCourses.Web.Texts;

/// <summary>The sentences and formats of one language. A missing sentence falls back to English; a test keeps that from happening.</summary>
public sealed class Words(TextCatalog catalog, Language language)
{
    public Language Language => language;

    public CultureInfo Culture => language.Culture;

    public string this[string key] => Get(key);

    /// <summary>A sentence with its places filled. The place <c>n</c> chooses the plural form.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var sentence = catalog.Find(language.Tag, key) ?? catalog.Find(Languages.Fallback.Tag, key)
            ?? throw new KeyNotFoundException($"No text is called '{key}'.");
        return Fill(sentence.Plain ?? Form(sentence.Plural!, places), places);
    }

    /// <summary>All plural forms of a sentence as JSON, unfilled, for browsers that count for themselves.</summary>
    public string Forms(string key) => (catalog.Find(language.Tag, key) ?? catalog.Find(Languages.Fallback.Tag, key))?.Forms
        ?? throw new KeyNotFoundException($"No text with plural forms is called '{key}'.");

    /// <summary>Whether there is such a sentence, for codes that come from elsewhere.</summary>
    public bool Has(string key) => catalog.Find(Languages.Fallback.Tag, key) is not null;

    public string Number(long number) => number.ToString("N0", Culture);

    private string Form(IReadOnlyDictionary<string, string> forms, ReadOnlySpan<(string Name, object? Value)> places)
    {
        foreach (var (name, value) in places)
        {
            if (name == "n" && Convert.ToInt64(value, CultureInfo.InvariantCulture) is var n)
            {
                return forms.GetValueOrDefault(PluralRules.Category(language.Tag, n)) ?? forms["other"];
            }
        }

        return forms["other"];
    }

    private string Fill(string sentence, ReadOnlySpan<(string Name, object? Value)> places)
    {
        if (places.IsEmpty)
        {
            return sentence;
        }

        var filled = new StringBuilder(sentence);
        foreach (var (name, value) in places)
        {
            filled.Replace($"{{{name}}}", value is IFormattable number ? number.ToString(null, Culture) : value?.ToString());
        }

        return filled.ToString();
    }
}
