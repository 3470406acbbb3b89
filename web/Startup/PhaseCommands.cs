using System.CommandLine;
using CohortCourses.Contracts;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Startup;

/// <summary><c>phase compare A B</c>: every figure of one phase beside that of another, as lines of tab-separated values.</summary>
internal static class PhaseCommands
{
    public static Command Create()
    {
        var now = new Argument<string>("COHORT") { Description = "The later phase." };
        var then = new Argument<string>("EARLIER") { Description = "The phase to compare it with." };
        var compare = new Command("compare", "Puts every figure of a phase beside that of an earlier one, with the difference and its 95% interval. Stop the server first, or name a copy of its data.") { CommonOptions.Data, now, then };
        compare.SetAction((parsed, cancellation) => Commands.Explained(() =>
            CommandSilo.RunAsync(parsed, grains => CompareAsync(grains, parsed.GetRequiredValue(now), parsed.GetRequiredValue(then), Console.Out, Console.Error, cancellation), cancellation)));
        return new Command("phase", "Compares phases.") { compare };
    }

    private static async Task<int> CompareAsync(IGrainFactory grains, string now, string then, TextWriter output, TextWriter progress, CancellationToken cancellation)
    {
        if (now == then)
        {
            throw new Complaint("A phase is compared with another one: name two cohorts.");
        }

        // What was counted last may be of the last time that somebody looked.
        foreach (var cohort in new[] { now, then })
        {
            await progress.WriteLineAsync($"Counting {cohort} …".AsMemory(), cancellation);
            if ((await grains.Evaluation(cohort).Questions([], anew: true)).View is null)
            {
                await progress.WriteLineAsync($"There is no cohort '{cohort}' in this data folder.".AsMemory(), cancellation);
                return 1;
            }
        }

        var view = (await grains.Comparison(now).With(then)).View!;
        var words = new Words(TextCatalog.Load(), Languages.Fallback);
        var names = new FigureNames(words, [.. await grains.Forms(then).List(), .. await grains.Forms(now).List()]);
        await output.WriteLineAsync($"figure\t{now}\tn\t{then}\tn\tdifference (95%)".AsMemory(), cancellation);
        foreach (var figure in view.Figures)
        {
            await output.WriteLineAsync(
                $"{names.Of(figure.Now)}\t{names.Value(figure.Now)}\t{words.Number(figure.Now.N)}\t{names.Value(figure.Then)}\t{words.Number(figure.Then.N)}\t{names.Difference(figure)}".AsMemory(),
                cancellation);
        }

        return 0;
    }
}
