namespace CohortCourses.Grains.Documents;

/// <summary>A grain over one stored record.</summary>
public abstract class RecordGrain<TDocument>(IPersistentState<TDocument> document) : Grain
    where TDocument : class
{
    /// <summary>What is stored, or null.</summary>
    protected TDocument? Record => document.RecordExists ? document.State : null;

    protected Task Save(TDocument changed)
    {
        document.State = changed;
        return DurablyAsync(document.WriteStateAsync);
    }

    protected Task Clear() => document.RecordExists ? DurablyAsync(document.ClearStateAsync) : Task.CompletedTask;

    /// <summary>A write that failed may have happened all the same: the next call reads anew.</summary>
    private async Task DurablyAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
