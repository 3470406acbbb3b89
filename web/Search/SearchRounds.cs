using CohortCourses.Contracts;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Search;

/// <summary>
/// Goes round all cohorts now and then, first when the server has started, so that a first search finds the index warm and whatever was erased or
/// taken back does not stay in the file until somebody searches.
/// </summary>
internal sealed partial class SearchRounds(IGrainFactory grains, SearchIndexer indexer, SearchIndex index, TimeProvider clock, ILogger<SearchRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await GoRoundAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GoRoundAsync(CancellationToken token)
    {
        try
        {
            foreach (var entry in await grains.Catalog().Cohorts())
            {
                await indexer.RefreshAsync(entry.Cohort, token);
            }

            index.Clean();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The next round, or the next search, tries again.
            RoundFailed(log, error);
        }
    }

    [LoggerMessage(3101, LogLevel.Warning, "The search index could not be brought up to date; searches may miss what is new.")]
    private static partial void RoundFailed(ILogger log, Exception error);
}
