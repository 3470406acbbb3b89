using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Feedback;

internal static class FeedbackPolicies
{
    private const string Forms = "/c/{cohort}/forms";
    private const string Form = "/c/{cohort}/forms/{form}";
    private const string Results = "/c/{cohort}/forms/{form}/results";

    public static readonly PolicyRow[] Rows =
    [
        new("GET", Forms, Who.Members),
        new("POST", Forms, Who.Staff, "open"),
        new("POST", Forms, Who.Staff, "ask"),
        new("GET", Form, Who.Members),
        new("POST", Form, Who.Participant, "answer"),
        new("GET", "/c/{cohort}/forms/{form}/panel", Who.Participant),
        new("GET", Results, Who.Members),
        new("POST", Results, Who.Staff, "close"),
        new("POST", Results, Who.Staff, "show"),
    ];
}
