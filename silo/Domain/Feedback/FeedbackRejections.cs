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

    public static readonly Rejection Unknown = Rejection.Of("feedback.unknown");
    public static readonly Rejection NameTaken = Rejection.Of("feedback.name-taken");
    public static readonly Rejection ClosingTime = Rejection.Of("feedback.closing-time");
    public static readonly Rejection Weaker = Rejection.Of("feedback.weaker");
    public static readonly Rejection TooManyForms = Rejection.Of("feedback.too-many-forms", ("most", "300"));
    public static readonly Rejection TooLarge = Rejection.Of("feedback.too-large");
    public static readonly Rejection Closed = Rejection.Of("feedback.closed");
    public static readonly Rejection ParticipantsOnly = Rejection.Of("feedback.participants-only");
    public static readonly Rejection Answered = Rejection.Of("feedback.answered");
    public static readonly Rejection Ballot = Rejection.Of("feedback.ballot");
    public static readonly Rejection Check = Rejection.Of("feedback.check");
    public static readonly Rejection TooMuch = Rejection.Of("feedback.too-much", ("most", "20000"));

    public static Rejection TooMany(int most) => Rejection.Of("feedback.too-many", ("most", Number(most)));

    public static Rejection Range(decimal least, decimal most) => Rejection.Of("feedback.range", ("least", Number(least)), ("most", Number(most)));

    public static Rejection Decimals(int most) => Rejection.Of("feedback.decimals", ("most", Number(most)));

    public static Rejection TooEarly(LocalDate from) => Rejection.Of("feedback.too-early", ("from", LocalDatePattern.Iso.Format(from)));

    public static Rejection TooLate(LocalDate to) => Rejection.Of("feedback.too-late", ("to", LocalDatePattern.Iso.Format(to)));

    public static Rejection TooLong(int most) => Rejection.Of("feedback.too-long", ("most", Number(most)));

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
