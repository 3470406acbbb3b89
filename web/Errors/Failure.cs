namespace CohortCourses.Web.Errors;

/// <summary>Why a request got no answer of its own, for the page that explains it.</summary>
/// <param name="Address">The path and query that were asked for.</param>
/// <param name="Reference">What the log knows it by; null if it is not in the log.</param>
/// <param name="Cause">What was wrong with the request, if the server can tell.</param>
internal sealed record Failure(int Status, string Address, string? Reference = null, BadHttpRequestException? Cause = null);
