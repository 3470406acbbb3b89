using System.Buffers.Binary;
using System.Globalization;
using CohortCourses.Storage;
using CohortCourses.Tests.StoreProcess;

namespace CohortCourses.Tests.Storage.Crashes;

public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 10;
    private const int WritesBeforeAKill = 20_000;

    private readonly int?[] stored = new int?[Writers.Callers * Writers.DocumentsEach];
    private int acknowledged;
    private int survivors;

    [Fact]
    public async Task EveryAcknowledgedWrite_SurvivesTheServerBeingKilled_TenTimesOver()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Combine("data");
        var when = new Random(20210201);
        for (var round = 1; round <= Kills; round++)
        {
            var last = await WriteUntilKilled(folder, round, WritesBeforeAKill + when.Next(4000));
            await Compare(folder, round, last);
        }

        var figures = string.Create(CultureInfo.InvariantCulture,
            $"crash test: {Kills} kills, {acknowledged + (Kills * Writers.Callers)} writes attempted by {Writers.Callers} callers, {acknowledged} acknowledged, 0 lost, 0 torn; {survivors} of those under way at a kill had reached the disk");
        output.WriteLine(figures);
    }

    /// <summary>Kills once so much was written, and every caller has had its turn. The last acknowledged step of each caller.</summary>
    private async Task<int[]> WriteUntilKilled(string folder, int round, int writes)
    {
        var last = Enumerable.Repeat(Writers.FirstStep(round) - 1, Writers.Callers).ToArray();
        using var server = OtherProcess.Start("write", folder, round.ToString(CultureInfo.InvariantCulture));
        var (report, killed) = (new byte[Writers.Acknowledgement], false);
        for (var count = 1; await server.Output.ReadAtLeastAsync(report, report.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken) == report.Length; count++)
        {
            var (caller, step) = (BinaryPrimitives.ReadInt32LittleEndian(report), BinaryPrimitives.ReadInt32LittleEndian(report.AsSpan(4)));
            Assert.Equal(last[caller] + 1, step);
            last[caller] = step;
            Remember(caller, step);
            acknowledged++;
            if (!killed && count >= writes && last.All(step => step > Writers.FirstStep(round)))
            {
                killed = true;
                server.Kill();
            }
        }

        await server.Exit(TestContext.Current.CancellationToken);
        Assert.All(last, step => Assert.True(step > Writers.FirstStep(round), $"round {round} ended before every caller had written"));
        return last;
    }

    // What each document must be now: the last acknowledged step, or the one after it, which was under way.
    private async Task Compare(string path, int round, int[] last)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        using var store = SqliteDocumentStore.Open(folder);
        for (var caller = 0; caller < Writers.Callers; caller++)
        {
            var underWay = last[caller] + 1;
            for (var document = caller * Writers.DocumentsEach; document < (caller + 1) * Writers.DocumentsEach; document++)
            {
                var found = await Step(store, document);
                if (found != stored[document])
                {
                    Assert.True(
                        document == Writers.Document(caller, underWay) && found == Outcome(underWay),
                        $"round {round}: document {document} holds step {found}, acknowledged was {stored[document]}");
                    Remember(caller, underWay);
                    survivors++;
                }
            }
        }
    }

    private static async Task<int?> Step(SqliteDocumentStore store, int document)
    {
        if (await store.ReadAsync(Writers.Kind, Writers.Key(document), TestContext.Current.CancellationToken) is not { } found)
        {
            return null;
        }

        var body = CheckedBody.Read(found.Body.Span);
        Assert.True(body is not null && body.Value.Document == document, $"document {document} is torn");
        return body.Value.Step;
    }

    private void Remember(int caller, int step) => stored[Writers.Document(caller, step)] = Outcome(step);

    private static int? Outcome(int step) => Writers.Deletes(step) ? null : step;
}
