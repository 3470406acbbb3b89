using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Feedback;

/// <summary>What a form that was not opened has.</summary>
internal sealed class NoAnswers : IAnswers
{
    public static readonly NoAnswers Yet = new();

    public FormTally Total => FormTally.Empty;

    public int Pages => 0;

    public IEnumerable<string> Respondents => [];

    public IEnumerable<string> Recorded => [];

    public bool HasAnswered(string learner) => false;

    public Task Load() => Task.CompletedTask;

    public Task<StoredResponse?> Of(string learner) => Task.FromResult<StoredResponse?>(null);

    public Task<bool> IsRepeat(AnswerForm answer, Response response) => Task.FromResult(false);

    public Task<Rejection?> Keep(AnswerForm answer, Response response) => Task.FromResult<Rejection?>(FeedbackRejections.Unknown);

    public Task Forget(string learner) => Task.CompletedTask;

    public Task Finish() => Task.CompletedTask;
}
