using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.TalkProcess;

/// <summary>Many people answer many forms until the process is killed. Each answer that was acknowledged is reported at once: its form, its learner, its ballot and a line feed.</summary>
public static class Respondents
{
    public const string Cohort = "crash";
    public const int People = 64;

    /// <summary>How many forms of each level a round has.</summary>
    public const int Forms = 30;

    /// <summary>The length of a report, such as <c>asked-1-07-2 learner-63 ballot</c> and a line feed.</summary>
    public const int Report = 12 + 1 + 10 + 1 + 36 + 1;

    private const string Course = "crash-course";

    public static string FormId(int round, int number, FormLevel level) => string.Create(CultureInfo.InvariantCulture, $"asked-{round}-{number:00}-{(int)level}");

    public static string Learner(int number) => string.Create(CultureInfo.InvariantCulture, $"learner-{number:00}");

    public static async Task Run(string folder, int round)
    {
        using var host = Talkers.Open(folder);
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await Prepare(grains);
        var forms = Enumerable.Range(0, Forms).SelectMany(number => Enum.GetValues<FormLevel>().Select(level => (Id: FormId(round, number, level), Level: level))).ToList();
        foreach (var (id, level) in forms)
        {
            await grains.Forms(Cohort).Open(new(id, Ask(id, level), null, TimeProvider.System.GetUtcNow().AddDays(300), "host"));
        }

        await using var output = Console.OpenStandardOutput();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            foreach (var (form, _) in forms.Skip(person % 7).Concat(forms.Take(person % 7)))
            {
                await Answer(grains, form, Learner(person), Acknowledge);
            }
        })));

        void Acknowledge(string report)
        {
            lock (gate)
            {
                output.Write(System.Text.Encoding.ASCII.GetBytes(report));
            }
        }
    }

    private static async Task Prepare(IGrainFactory grains)
    {
        await grains.Course(Course).Publish(new("r1", ["w1"], [], 1));
        await grains.Cohort(Cohort).Create(new(Course, "Crash", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1)), new(9, 0), "Etc/UTC", 1_000));
        foreach (var learner in Enumerable.Range(0, People).Select(Learner))
        {
            await grains.Learner(learner).Register(new("en", "Etc/UTC"));
            await grains.Learner(learner).Join(new(Cohort, learner, CohortRole.Participant, null));
        }
    }

    private static FormDefinition Ask(string id, FormLevel level)
    {
        var text = ImmutableSortedDictionary<string, string>.Empty.Add("en", "Why?");
        return new(id, FormKind.Pulse, level, "en", text, null, 1, [new("why", QuestionKind.Short, text, "0123456789ab")]);
    }

    private static async Task Answer(IGrainFactory grains, string form, string learner, Action<string> acknowledge)
    {
        var ballot = Guid.NewGuid().ToString();
        var answers = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("why", [ballot]);
        if (await grains.Form(Cohort, form).Answer(new(learner, ballot, "en", answers)) is { Outcome.Accepted: true })
        {
            acknowledge($"{form} {learner} {ballot}\n");
        }
    }
}
