using System.Diagnostics;
using System.Globalization;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.TalkProcess;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Feedback;

/// <summary>A real process that is killed while 64 people answer forms of every level.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 3;
    private const int AnswersBeforeAKill = 1_500;

    [Fact]
    public async Task EveryAcknowledgedAnswer_IsThereOnce_AndEveryOtherAtMostOnce_AfterTheServerWasKilled()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-courses-answers-");
        var acknowledged = new List<(string Form, string Learner, string Ballot)>();
        for (var round = 1; round <= Kills; round++)
        {
            await AnswerUntilKilled(folder.FullName, round, acknowledged);
            await Compare(folder.FullName, acknowledged);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"crash test: {Kills} kills, {acknowledged.Count} answers acknowledged, 0 lost, 0 twice"));
        folder.Delete(recursive: true);
    }

    private static async Task AnswerUntilKilled(string folder, int round, List<(string Form, string Learner, string Ballot)> acknowledged)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(Respondents).Assembly.Location, "answer", folder, round.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var report = new byte[Respondents.Report];
        for (var count = 1; await server.StandardOutput.BaseStream.ReadAtLeastAsync(report, report.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken) == report.Length; count++)
        {
            acknowledged.Add(Encoding.ASCII.GetString(report).TrimEnd('\n').Split(' ') is [var form, var learner, var ballot] ? (form, learner, ballot) : throw new FormatException());
            if (count == AnswersBeforeAKill)
            {
                server.Kill();
            }
        }

        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Compare(string folder, List<(string Form, string Learner, string Ballot)> acknowledged)
    {
        using var host = Talkers.Open(folder);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var stored = new List<string>();
        foreach (var form in await grains.Forms(Respondents.Cohort).List())
        {
            var kept = await Kept(grains, form);
            Assert.Distinct(kept.Select(answer => answer.Learner ?? answer.Ballot));
            Assert.Equal(kept.Count, (await grains.Form(Respondents.Cohort, form.Id).Results()).Responses);
            stored.AddRange(kept.Select(answer => answer.Ballot));
        }

        Assert.Distinct(stored);
        Assert.Empty(acknowledged.Select(answer => answer.Ballot).Except(stored));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every answer holds its ballot as its text.</summary>
    private static async Task<List<(string? Learner, string Ballot)>> Kept(IGrainFactory grains, FormView form)
    {
        var kept = new List<(string? Learner, string Ballot)>();
        for (var page = 1; page <= await grains.Form(Respondents.Cohort, form.Id).Pages(); page++)
        {
            var key = $"{Respondents.Cohort}/{form.Id}";
            kept.AddRange(form.Definition.Level == FormLevel.Anonymous
                ? (await grains.BallotPage(key, page).Read()).Select(ballot => ((string?)null, ballot.Answers["why"][0]))
                : (await grains.ResponsePage(key, page).Read()).Select(response => ((string?)response.Learner, response.Answers["why"][0])));
        }

        return kept;
    }
}
