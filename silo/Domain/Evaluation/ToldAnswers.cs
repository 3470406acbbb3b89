using System.Collections.Immutable;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// What is told of the answers to a form to whoever may see its results: for each question how many gave which answer, in groups of five or more.
/// A question moves on with a look only if nobody who saw the earlier ones can work out a group under five; else it stays as it was.
/// </summary>
public static class ToldAnswers
{
    /// <param name="looks">What had been answered at each look, the first one first.</param>
    /// <returns>For each part of each question; nothing before the first look.</returns>
    public static ImmutableArray<QuestionFigure> Of(FormRules form, ImmutableArray<FormTally> looks)
    {
        ImmutableArray<Told> parts = [.. form.Questions.SelectMany(question => QuestionPart.Of(question)).Select(part => new Told(part))];
        foreach (var (number, look) in looks.Index())
        {
            foreach (var part in parts.Where(part => MayBeTold(part.Part.Question, number, look, parts)))
            {
                part.Look(number, look.Of(part.Part.Question.Id));
            }
        }

        return looks.IsEmpty ? [] : [.. parts.Select(part => part.Figure(looks[^1]))];
    }

    /// <summary>
    /// A question that only some were asked tells how many those are. So it is told only with a question that tells the same, of the same look.
    /// </summary>
    private static bool MayBeTold(Question question, int look, FormTally tally, ImmutableArray<Told> parts) =>
        question.ShownIf is not { } condition
        || parts.Any(part => part.Part.Question.Id == condition.Question && part.Known(look, value => part.Part.Meets(condition, value)) == tally.Of(question.Id).Shown);

    private sealed class Told(QuestionPart part)
    {
        private readonly List<(int Look, Tally Tally, Sorting Sorting)> views = [];

        public QuestionPart Part => part;

        public void Look(int number, Tally tally)
        {
            var sorting = part.Sort(tally);
            while (sorting.TellsApart && !IsSafe(sorting))
            {
                sorting = sorting.Coarser();
            }

            if (sorting.TellsApart || (part.Answers.IsEmpty && tally.Answered >= SmallGroups.Least && IsSafe(sorting)))
            {
                views.Add((number, tally, sorting));
            }
        }

        /// <summary>How many people are in groups of which every answer is meant; null if that look told nothing.</summary>
        public int? Known(int look, Func<string, bool> isMeant) => views is [.., var last] && last.Look == look
            ? last.Sorting.Groups.Where(group => group.Values.All(isMeant)).Sum(group => group.Size)
            : null;

        public QuestionFigure Figure(FormTally latest) => views is [.., var last]
            ? part.Whole(ShownFigure.Of(new Figure(last.Sorting, [])), part.Numbers(last.Tally), isTold: true)
            : part.Whole(new(part.Question.Id, latest.Responses, [], []), part.Numbers(latest.Of(part.Question.Id)), isTold: false);

        private bool IsSafe(Sorting sorting) => views.TrueForAll(view => Moves.AreSafe(view.Sorting.Groups, sorting.Groups));
    }
}
