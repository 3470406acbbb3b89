using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

internal static class CodingPolicies
{
    private const string Coding = "/c/{cohort}/evaluate/coding";
    private const string Book = Coding + "/codebook";
    private const string Read = Coding + "/read/{form}/{question}";
    private const string Code = Coding + "/codes/{code:guid}";

    public static readonly PolicyRow[] Rows =
    [
        new("GET", Coding, EvaluateHead.Who),
        new("GET", Book, EvaluateHead.Who),
        new("POST", Book, EvaluateHead.Who, "add"),
        new("POST", Book, EvaluateHead.Who, "edit"),
        new("POST", Book, EvaluateHead.Who, "merge"),
        new("POST", Book, EvaluateHead.Who, "unmerge"),
        new("POST", Book, EvaluateHead.Who, "split"),
        new("GET", Read, EvaluateHead.Who),
        new("POST", Read, EvaluateHead.Who, "code"),
        new("POST", Read, EvaluateHead.Who, "nothing"),
        new("POST", Read, EvaluateHead.Who, "uncode"),
        new("POST", Read, EvaluateHead.Who, "quote"),
        new("POST", Read, EvaluateHead.Who, "done"),
        new("POST", Read, EvaluateHead.Who, "on"),
        new("GET", Code, EvaluateHead.Who),
        new("POST", Code, EvaluateHead.Who, "sort"),
        new("POST", Code, EvaluateHead.Who, "quote"),
        new("GET", Coding + "/compare/{form}/{question}", EvaluateHead.Who),
        new("GET", Coding + "/themes", EvaluateHead.Who),
    ];
}
