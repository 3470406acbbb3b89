using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Web.Demo;

/// <summary>Somebody who takes part, and how they get on.</summary>
/// <param name="Number">Tells them from others; what they answer follows from it.</param>
internal sealed record DemoRespondent(string Learner, string Language, DemoPace Pace, int Number);

/// <summary>What the participants of the demo answer: made up, but in one piece. Who keeps up is more content, and all grow surer on the way.</summary>
internal sealed class DemoFeedback(IGrainFactory grains, DemoStage stage, Random random)
{
    private readonly ILookup<string, (string Language, string Text)> texts = Read();

    /// <summary>Opens a form, lets who answers do so while it is open, and closes it.</summary>
    public void Plan(string cohort, FormDefinition form, int? week, string by, DateTimeOffset at, TimeSpan open, Func<IEnumerable<DemoRespondent>> people, string? spared = null)
    {
        var id = NewId();
        stage.At(at, async () =>
        {
            var reply = await grains.Forms(cohort).Open(new(id.ToString(), form, week, at + open, by));
            DemoStage.Need(reply.Outcome);
            foreach (var person in people().Where(_ => form.Kind != FormKind.Exit).Where(person => person.Learner != spared && Answers(person, form, week)))
            {
                var answer = new AnswerForm(person.Learner, NewId(version: 4).ToString(), person.Language, AnswersOf(person, form, week));
                stage.At(at + (open * (0.02 + (0.9 * random.NextDouble() * random.NextDouble()))), async () => (await grains.Form(cohort, reply.Form!).Answer(answer)).Outcome);
            }

            stage.At(at + open, () => grains.Forms(cohort).Close(reply.Form!));
        });
    }

    private bool Answers(DemoRespondent person, FormDefinition form, int? week) => random.NextDouble() < person.Pace switch
    {
        DemoPace.Fading => week is null or <= 2 && form.Kind != FormKind.After ? 0.7 : 0,
        DemoPace.Behind => 0.55,
        DemoPace.Pausing => week is 3 or 4 ? 0 : 0.6,
        DemoPace.Early => 0.95,
        _ => form.Kind == FormKind.Pulse ? 0.72 : 0.88,
    };

    private ImmutableSortedDictionary<string, ImmutableArray<string>> AnswersOf(DemoRespondent person, FormDefinition form, int? week)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var question in form.Questions.Where(question => question.ShownIf is not { } shown || answers.GetValueOrDefault(shown.Question, []).Any(shown.Is.Contains)))
        {
            if (AnswerTo(person, form, question, week) is { IsEmpty: false } answer && (question.Required || random.NextDouble() < 0.93))
            {
                answers[question.Id] = answer;
            }
        }

        return answers.ToImmutable();
    }

    private ImmutableArray<string> AnswerTo(DemoRespondent person, FormDefinition form, QuestionDefinition question, int? week)
    {
        var mood = Mood(person, form, week);
        return question.Kind switch
        {
            QuestionKind.One when question.Id == "quote" => [person.Number % 4 == 1 ? "no" : "yes"],
            QuestionKind.One => [question.Choices[Near(mood, question.Choices.Length)].Id],
            QuestionKind.Several => [.. question.Choices.Where((_, place) => random.NextDouble() < 0.5 - (0.08 * place)).Select(choice => choice.Id).Where(choice => choice != question.Alone).Take(question.Most ?? 30)],
            QuestionKind.Scale => [Text(1 + Near(mood, question.Levels.Length))],
            QuestionKind.Recommend => [Text(Math.Clamp(4 + Near(mood, 7), 0, 10))],
            QuestionKind.Matrix => [.. question.Rows.Select(row => $"{row.Id}:{1 + Near(mood, question.Levels.Length)}")],
            QuestionKind.Ranking => [.. question.Choices.OrderBy(_ => random.NextDouble()).Take(question.Most ?? 3).Select(choice => choice.Id)],
            QuestionKind.Number => [Text(Math.Clamp(2 + Near(1 - mood, 5), question.From ?? 0, question.To ?? 100))],
            QuestionKind.Short or QuestionKind.Long => Say(person, question),
            _ => [],
        };
    }

    /// <summary>From 0 to 1.</summary>
    private static double Mood(DemoRespondent person, FormDefinition form, int? week) => person.Pace switch
    {
        DemoPace.Early => 0.75,
        DemoPace.Behind or DemoPace.Fading => 0.4,
        _ => 0.6,
    } + form.Kind switch
    {
        FormKind.Before => -0.25,
        FormKind.After => 0.15,
        _ => week == 3 ? -0.15 : 0.02 * ((week ?? 4) - 4),
    } + ((person.Number % 5 - 2) * 0.03);

    private int Near(double mood, int count) => (int)Math.Clamp(Math.Round((mood * (count - 1)) + ((random.NextDouble() - 0.5) * 1.8)), 0, count - 1);

    /// <summary>In the person's own language if there is something, else now and then in English.</summary>
    private ImmutableArray<string> Say(DemoRespondent person, QuestionDefinition question)
    {
        var own = texts[question.Id].Where(text => text.Language == person.Language).ToList();
        var choice = own.Count > 0 ? own : [.. texts[question.Id].Where(text => text.Language == "en")];
        return choice.Count > 0 && random.NextDouble() < (own.Count > 0 ? 0.8 : 0.35) ? [choice[random.Next(choice.Count)].Text] : [];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Guid NewId(int version = 7)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | (version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private static ILookup<string, (string Language, string Text)> Read()
    {
        using var stream = typeof(DemoFeedback).Assembly.GetManifestResourceStream("talk/feedback.txt")!;
        var question = "";
        var read = new List<(string Question, string Language, string Text)>();
        foreach (var line in new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : ("", "");
            question = head == "==" ? rest : question;
            if (head is not ("==" or ""))
            {
                read.Add((question, head, rest));
            }
        }

        return read.ToLookup(text => text.Question, text => (text.Language, text.Text), StringComparer.Ordinal);
    }
}
