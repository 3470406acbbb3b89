using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>Who gets a mail, as they are when it is sent.</summary>
/// <param name="Reader">Their language and zone.</param>
public sealed record Recipient(LearnerView Learner, string Address, Reader Reader)
{
    public string Id => Learner.Learner;
}
