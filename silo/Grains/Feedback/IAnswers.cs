using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Feedback;

/// <summary>The answers to one form: where each is, read from the pages when somebody asks for them, and what all of them come to.</summary>
internal interface IAnswers
{
    FormTally Total { get; }

    int Pages { get; }

    IEnumerable<string> Respondents { get; }

    /// <summary>Those of them of whom that is on disk.</summary>
    IEnumerable<string> Recorded { get; }

    bool HasAnswered(string learner);

    Task Load();

    /// <summary>What this learner answered; null if that is not kept under them.</summary>
    Task<StoredResponse?> Of(string learner);

    /// <summary>Whether exactly this was taken before: the reply was lost, and it is sent again.</summary>
    Task<bool> IsRepeat(AnswerForm answer, Response response);

    /// <summary>Keeps an answer on disk, or says why it is not taken.</summary>
    Task<Rejection?> Keep(AnswerForm answer, Response response);

    /// <summary>Takes a person out.</summary>
    Task Forget(string learner);

    /// <summary>Nothing comes any more.</summary>
    Task Finish();
}
