namespace CohortCourses.Domain.Evaluation;

/// <summary>Why something about codes or coded passages is refused.</summary>
public static class CodeRejections
{
    public static readonly Rejection Unknown = Rejection.Of("code.unknown");
    public static readonly Rejection NameEmpty = Rejection.Of("code.name-empty");
    public static readonly Rejection NameTooLong = Rejection.Of("code.name-too-long", ("most", "60"));
    public static readonly Rejection NameTaken = Rejection.Of("code.name-taken");
    public static readonly Rejection DescriptionTooLong = Rejection.Of("code.description-too-long", ("most", "300"));
    public static readonly Rejection Pattern = Rejection.Of("code.pattern");
    public static readonly Rejection Parent = Rejection.Of("code.parent");
    public static readonly Rejection ChangedMeanwhile = Rejection.Of("code.changed-meanwhile");
    public static readonly Rejection Merged = Rejection.Of("code.merged");
    public static readonly Rejection WithItself = Rejection.Of("code.with-itself");
    public static readonly Rejection Parts = Rejection.Of("code.parts", ("most", "8"));
    public static readonly Rejection BookFull = Rejection.Of("code.book-full", ("most", "150"));
    public static readonly Rejection Range = Rejection.Of("coding.range");
    public static readonly Rejection UnknownText = Rejection.Of("coding.unknown-text");
    public static readonly Rejection UnknownPassage = Rejection.Of("coding.unknown-passage");
    public static readonly Rejection Done = Rejection.Of("coding.done");
    public static readonly Rejection BothDone = Rejection.Of("coding.both-done");
    public static readonly Rejection NotDone = Rejection.Of("coding.not-done");
    public static readonly Rejection CodingFull = Rejection.Of("coding.full");
    public static readonly Rejection TooManyCoders = Rejection.Of("coding.too-many-coders", ("most", "6"));
}
