using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Grains.Evaluation;

/// <summary>One answer as the desk knows it.</summary>
/// <param name="Track">Empty if it is not known or may not be told.</param>
internal sealed record SourceText(string Question, CodingText Text, string Track);

/// <summary>Gathers what may be coded of a form: who did not agree to research stands in no text.</summary>
internal static class CodingTexts
{
    /// <param name="people">Who stands in texts, by learner.</param>
    public static async Task<ImmutableArray<SourceText>> Of(IGrainFactory grains, string cohort, string form, IReadOnlyDictionary<string, StudyPerson> people)
    {
        if (await grains.Form(cohort, form).Get() is not { } opened || opened.Definition.Level == FormLevel.Named)
        {
            return [];
        }

        var questions = opened.Definition.Questions.Where(question => question.Kind is QuestionKind.Short or QuestionKind.Long).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var texts = opened.Definition.Level == FormLevel.Anonymous ? Ballots(grains, cohort, form, questions) : Responses(grains, cohort, form, questions, people);
        return [.. (await texts).OrderBy(source => source.Text.Key, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<SourceText>> Responses(
        IGrainFactory grains, string cohort, string form, HashSet<string> questions, IReadOnlyDictionary<string, StudyPerson> people)
    {
        var texts = new List<SourceText>();
        var grain = grains.Form(cohort, form);
        foreach (var response in await FormGathering.Pages(grain, grain.Responses))
        {
            if (people.TryGetValue(response.Learner, out var person))
            {
                texts.AddRange(Words(response.Answers, questions).Select(said => new SourceText(said.Question, new(person.CodingKey, said.Words, response.Language), person.Track ?? "")));
            }
        }

        return texts;
    }

    private static async Task<IEnumerable<SourceText>> Ballots(IGrainFactory grains, string cohort, string form, HashSet<string> questions)
    {
        var texts = new List<SourceText>();
        var grain = grains.Form(cohort, form);
        var pages = await grain.Pages();
        for (var page = 1; page <= pages; page++)
        {
            var ballots = await grain.Ballots(page);
            var keys = await grains.Exports(cohort).Keys(IExportsGrain.CodingLabel, [.. ballots.Select(ballot => ballot.Ballot)]);
            texts.AddRange(ballots.Zip(keys).SelectMany(ballot =>
                Words(ballot.First.Answers, questions).Select(said => new SourceText(said.Question, new(ballot.Second, said.Words, Language: null), ""))));
        }

        return texts;
    }

    private static IEnumerable<(string Question, string Words)> Words(ImmutableSortedDictionary<string, ImmutableArray<string>> answers, HashSet<string> questions) =>
        answers.Where(answer => questions.Contains(answer.Key) && answer.Value is [{ Length: > 0 }]).Select(answer => (answer.Key, answer.Value[0]));
}
