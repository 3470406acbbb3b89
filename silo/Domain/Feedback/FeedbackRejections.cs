using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Domain.Feedback;

/// <summary>Why an answer is not taken.</summary>
public static class FeedbackRejections
{
    public static readonly Rejection Empty = Rejection.Of("feedback.empty");
    public static readonly Rejection Required = Rejection.Of("feedback.required");
    public static readonly Rejection UnknownQuestion = Rejection.Of("feedback.unknown-question");
    public static readonly Rejection UnknownChoice = Rejection.Of("feedback.unknown-choice");
    public static readonly Rejection OneOnly = Rejection.Of("feedback.one-only");
    public static readonly Rejection GoesAlone = Rejection.Of("feedback.goes-alone");
    public static readonly Rejection RankedTwice = Rejection.Of("feedback.ranked-twice");
    public static readonly Rejection NoNumber = Rejection.Of("feedback.no-number");
    public static readonly Rejection NoDate = Rejection.Of("feedback.no-date");
    public static readonly Rejection Unreadable = Rejection.Of("feedback.unreadable");

    public static Rejection TooMany(int most) => Rejection.Of("feedback.too-many", ("most", Number(most)));

    public static Rejection Range(decimal least, decimal most) => Rejection.Of("feedback.range", ("least", Number(least)), ("most", Number(most)));

    public static Rejection Decimals(int most) => Rejection.Of("feedback.decimals", ("most", Number(most)));

    public static Rejection TooEarly(LocalDate from) => Rejection.Of("feedback.too-early", ("from", LocalDatePattern.Iso.Format(from)));

    public static Rejection TooLate(LocalDate to) => Rejection.Of("feedback.too-late", ("to", LocalDatePattern.Iso.Format(to)));

    public static Rejection TooLong(int most) => Rejection.Of("feedback.too-long", ("most", Number(most)));

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
