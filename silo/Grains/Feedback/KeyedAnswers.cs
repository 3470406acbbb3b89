using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Feedback;

/// <summary>Answers that are kept under those who gave them, who may change them.</summary>
internal sealed class KeyedAnswers(string form, FormRules rules, IGrainFactory grains, TimeProvider clock) : IAnswers
{
    private readonly SortedDictionary<string, int> pageOf = new(StringComparer.Ordinal);
    private PageFilling filling;

    public FormTally Total { get; private set; } = FormTally.Empty;

    public int Pages => filling.Pages;

    public IEnumerable<string> Respondents => pageOf.Keys;

    public IEnumerable<string> Recorded => pageOf.Keys;

    public bool HasAnswered(string learner) => pageOf.ContainsKey(learner);

    /// <summary>How many pages there are, without reading all of them: they are numbered from 1, and none is ever taken away.</summary>
    public static async Task<int> PagesOf(IGrainFactory grains, string form)
    {
        var (there, gone) = (0, 1);
        while (await grains.ResponsePage(form, gone).Exists())
        {
            (there, gone) = (gone, gone * 2);
        }

        while (gone - there > 1)
        {
            var middle = (there + gone) / 2;
            (there, gone) = await grains.ResponsePage(form, middle).Exists() ? (middle, gone) : (there, middle);
        }

        return there;
    }

    public async Task Load()
    {
        while (await Page(Pages + 1).Exists())
        {
            filling = filling.Turned();
            foreach (var stored in await Page(Pages).ReadThrough())
            {
                var response = stored.Answers.ToResponse();
                filling = filling.With(response);
                pageOf[stored.Learner] = Pages;
                Total += FormTally.One(rules, response);
            }
        }
    }

    public async Task<StoredResponse?> Of(string learner) => pageOf.TryGetValue(learner, out var page)
        ? (await Page(page).Read()).FirstOrDefault(response => response.Learner == learner)
        : null;

    public async Task<bool> IsRepeat(AnswerForm answer, Response response) => (await Of(answer.Learner))?.Answers.ToResponse().Equals(response) == true;

    public async Task<Rejection?> Keep(AnswerForm answer, Response response)
    {
        var before = await Of(answer.Learner);
        if (before is null)
        {
            filling = filling.WithRoom();
        }

        var page = pageOf.GetValueOrDefault(answer.Learner, Pages);
        await Page(page).Keep(new(answer.Learner, answer.Language, clock.GetUtcNow(), response.Answers));
        pageOf[answer.Learner] = page;
        filling = before is null ? filling.With(response) : page == Pages ? filling with { Length = filling.Length + response.Length } : filling;
        Total += FormTally.One(rules, response) - (before is null ? FormTally.Empty : FormTally.One(rules, before.Answers.ToResponse()));
        return null;
    }

    public async Task Forget(string learner)
    {
        if (await Of(learner) is not { } response)
        {
            return;
        }

        await Page(pageOf[learner]).Forget(learner);
        pageOf.Remove(learner);
        Total -= FormTally.One(rules, response.Answers.ToResponse());
    }

    public Task Finish() => Task.CompletedTask;

    private IResponsePageGrain Page(int number) => grains.ResponsePage(form, number);
}
