using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using FormLevel = CohortCourses.Domain.Feedback.FormLevel;

namespace CohortCourses.Grains.Feedback;

internal sealed partial class FormGrain
{
    private bool IsAnonymous => Record?.Definition.Level == FormLevel.Anonymous;

    public async Task<bool> HasAnswered(string learner) => (await Answers()).HasAnswered(learner);

    public async Task<FormStanding> Standing(string learner)
    {
        var answers = await Answers();
        return new(answers.HasAnswered(learner), await answers.Of(learner));
    }

    public async Task<ImmutableArray<string>> Respondents() => [.. (await Answers()).Respondents];

    public async Task<ImmutableArray<string>> Recorded() => [.. (await Answers()).Recorded];

    public async Task<FormResults> Results() => new((await Answers()).Total.Responses, shown.Told.Responses, told, shown.IsClosed);

    public async Task<int> Pages() => reading is null && !IsAnonymous ? await KeyedAnswers.PagesOf(GrainFactory, Key) : (await Answers()).Pages;

    public Task<ImmutableArray<StoredResponse>> Responses(int page) => IsAnonymous || page < 1
        ? Task.FromResult<ImmutableArray<StoredResponse>>([])
        : GrainFactory.ResponsePage(Key, page).ReadThrough();

    public async Task<ImmutableArray<StoredBallot>> Ballots(int page) => IsAnonymous && await Answers() is var answers && shown.IsWhole(answers.Total) && page >= 1 && page <= answers.Pages
        ? await GrainFactory.BallotPage(Key, page).ReadThrough()
        : [];
}
