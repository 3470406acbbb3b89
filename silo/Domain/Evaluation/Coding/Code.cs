namespace CohortCourses.Domain.Evaluation;

/// <summary>What a passage can be about, as evaluators named it.</summary>
/// <param name="Parent">The code that it is a part of, or null.</param>
/// <param name="Pattern">1 to <see cref="MostPatterns"/>: how its passages are told apart, also in black and white.</param>
public sealed record Code(string Id, string Name, string Description, string? Parent, int Pattern, string By)
{
    public const int LongestName = 60;

    public const int LongestDescription = 300;

    public const int MostPatterns = 12;

    /// <summary>The code that stands for it since the two were merged; null as long as it stands for itself.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Grows with every change, 1 at first.</summary>
    public int Version { get; init; } = 1;

    public bool Stands => MergedInto is null;

    internal Code Next() => this with { Version = Version + 1 };
}

/// <summary>A code to add, or what one is to be from now on.</summary>
/// <param name="Pattern">Null takes the next one.</param>
public sealed record CodeWords(string Name, string Description, string? Parent, int? Pattern)
{
    internal (CodeWords? Kept, Rejection? Refused) Check()
    {
        var (name, description) = (WrittenText.Line(Name), WrittenText.Paragraphs(Description));
        return name.Length == 0 ? (null, CodeRejections.NameEmpty)
            : name.IsLongerThan(Code.LongestName) ? (null, CodeRejections.NameTooLong)
            : description.IsLongerThan(Code.LongestDescription) ? (null, CodeRejections.DescriptionTooLong)
            : Pattern is < 1 or > Code.MostPatterns ? (null, CodeRejections.Pattern)
            : (this with { Name = name, Description = description }, null);
    }
}
