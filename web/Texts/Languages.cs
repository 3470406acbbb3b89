using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;

namespace CohortCourses.Web.Texts;

/// <summary>A language that the interface ships in.</summary>
/// <param name="Tag">Its BCP 47 tag.</param>
/// <param name="OwnName">What its speakers call it.</param>
public sealed record Language(string Tag, string OwnName)
{
    public string Dir { get; } = LanguageTag.Direction(Tag);

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Tag);
}

/// <summary>The languages of the interface. The first is the fallback.</summary>
public static class Languages
{
    public static readonly ImmutableArray<Language> All =
    [
        new("en", "English"),
        new("fr", "français"),
        new("ar", "العربية"),
    ];

    public static Language Fallback => All[0];

    /// <summary>The language of a tag by RFC 4647 lookup: subtags fall off from the right until one fits.</summary>
    public static Language? Find(string? tag)
    {
        for (var range = tag; !string.IsNullOrEmpty(range); range = range.LastIndexOf('-') is var cut and > 0 ? range[..cut] : null)
        {
            foreach (var language in All)
            {
                if (string.Equals(language.Tag, range, StringComparison.OrdinalIgnoreCase))
                {
                    return language;
                }
            }
        }

        return null;
    }

    /// <summary>What speakers of a language call it.</summary>
    public static string OwnNameOf(string tag) =>
        Find(tag) is { } known && known.Tag == tag ? known.OwnName : CultureInfo.GetCultureInfo(tag).NativeName;
}
