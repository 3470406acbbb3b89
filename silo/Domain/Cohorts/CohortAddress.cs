namespace CohortCourses.Domain.Cohorts;

/// <summary>The address of a cohort: the part of every link that names it. It never changes, so it is checked before anything is made.</summary>
public static class CohortAddress
{
    public const int Shortest = 2;

    public const int Longest = 40;

    /// <summary>Small Latin letters, digits and single hyphens between them: what survives being read out, typed and printed.</summary>
    public static Rejection? Check(string address) =>
        address.Length is >= Shortest and <= Longest
        && address.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && address[0] != '-' && address[^1] != '-'
        && !address.Contains("--", StringComparison.Ordinal)
            ? null
            : CohortRejections.Address;
}
