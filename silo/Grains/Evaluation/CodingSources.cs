using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using FormLevel = CohortCourses.Contracts.Feedback.FormLevel;

namespace CohortCourses.Grains.Evaluation;

/// <summary>What may be coded in a cohort, as of at most a minute ago.</summary>
internal sealed class CodingSources(IGrainFactory grains, string cohort, TimeProvider clock)
{
    private const int MostFormsKept = 8;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (DateTimeOffset At, ImmutableArray<SourceText> Texts)> forms = new(StringComparer.Ordinal);
    private (DateTimeOffset At, Dictionary<string, StudyPerson> ByLearner)? people;

    public async Task<IEnumerable<SourceText>> Of(string form, string question) => (await Of(form)).Where(source => source.Question == question);

    /// <summary>How many texts each question has. Of a large cohort none of them stays in memory.</summary>
    public async Task<(CodableView View, int People)> Count()
    {
        var known = await People();
        var counts = ImmutableArray.CreateBuilder<CodableQuestion>();
        foreach (var form in (await grains.Forms(cohort).List()).Where(form => form.Definition.Level != FormLevel.Named))
        {
            var texts = known.Count > KeptFigures.Large ? await CodingTexts.Of(grains, cohort, form.Id, known) : await Of(form.Id);
            counts.AddRange(texts.CountBy(source => source.Question).Select(question => new CodableQuestion(form.Id, question.Key, question.Value)));
        }

        return (new(clock.GetUtcNow(), counts.ToImmutable()), known.Count);
    }

    public bool IsFresh(DateTimeOffset at) => clock.GetUtcNow() is var now && now - at < Fresh && now >= at;

    public void Forget()
    {
        forms.Clear();
        people = null;
    }

    private async Task<ImmutableArray<SourceText>> Of(string form)
    {
        if (!forms.TryGetValue(form, out var known) || !IsFresh(known.At))
        {
            known = (clock.GetUtcNow(), await CodingTexts.Of(grains, cohort, form, await People()));
            if (forms.Count >= MostFormsKept)
            {
                forms.Remove(forms.MinBy(source => source.Value.At).Key);
            }

            forms[form] = known;
        }

        return known.Texts;
    }

    private async Task<Dictionary<string, StudyPerson>> People()
    {
        if (people is not { } known || !IsFresh(known.At))
        {
            known = (clock.GetUtcNow(), (await grains.Exports(cohort).CodedPeople()).ToDictionary(person => person.Learner, StringComparer.Ordinal));
            people = known;
        }

        return known.ByLearner;
    }
}
