using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Feedback;

internal static class FormAccess
{
    /// <summary>Who teaches or evaluates sees how a form is answered; everyone else once it is shown to them.</summary>
    public static bool MaySeeResults(this CohortAccess access, FormView form) =>
        form.ResultsShownAt is not null || access.IsStaff || access.Member?.Role == CohortRole.Evaluator;
}
