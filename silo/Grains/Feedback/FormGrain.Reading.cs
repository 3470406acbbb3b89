using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using FormLevel = CohortCourses.Domain.Feedback.FormLevel;

namespace CohortCourses.Grains.Feedback;

internal sealed partial class FormGrain
{
    private bool IsAnonymous => Record?.Definition.Level == FormLevel.Anonymous;

    public Task<bool> HasAnswered(string learner) => Task.FromResult(answers.HasAnswered(learner));

    public async Task<FormStanding> Standing(string learner) => new(answers.HasAnswered(learner), await answers.Of(learner));

    public Task<ImmutableArray<string>> Respondents() => Task.FromResult<ImmutableArray<string>>([.. answers.Respondents]);

    public Task<FormResults> Results() => Task.FromResult(new FormResults(answers.Total.Responses, shown.Told.Responses, told, shown.IsClosed));

    public Task<int> Pages() => Task.FromResult(answers.Pages);

    public Task<ImmutableArray<StoredResponse>> Responses(int page) => IsAnonymous || page < 1 || page > answers.Pages
        ? Task.FromResult<ImmutableArray<StoredResponse>>([])
        : GrainFactory.ResponsePage(Key, page).ReadThrough();

    public Task<ImmutableArray<StoredBallot>> Ballots(int page) => IsAnonymous && shown.IsWhole(answers.Total) && page >= 1 && page <= answers.Pages
        ? GrainFactory.BallotPage(Key, page).ReadThrough()
        : Task.FromResult<ImmutableArray<StoredBallot>>([]);
}
