namespace CohortCourses.Web.Texts;

/// <summary>The CLDR plural categories of whole numbers, for the languages that we ship. Source: Unicode CLDR, supplemental/plurals.</summary>
public static class PluralRules
{
    public static string Category(string language, long n) => language switch
    {
        "ar" => n switch
        {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ when n % 100 is >= 3 and <= 10 => "few",
            _ when n % 100 is >= 11 and <= 99 => "many",
            _ => "other",
        },
        "fr" => n switch
        {
            0 or 1 => "one",
            _ when n % 1_000_000 == 0 => "many",
            _ => "other",
        },
        _ => n == 1 ? "one" : "other",
    };

    /// <summary>The categories that whole numbers below a million can fall into: what a translation must give.</summary>
    public static IReadOnlyList<string> CategoriesOf(string language) => language switch
    {
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };
}
