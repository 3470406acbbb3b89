namespace CohortCourses.Storage;

/// <summary>A write (or, without a body, a deletion) that waits for its commit. Its task is done once the commit is on disk.</summary>
internal sealed class PendingWrite(string kind, string key, ReadOnlyMemory<byte>? body, string? etag, CancellationToken token)
{
    private readonly TaskCompletionSource<string> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string newTag = "";
    private Exception? refusal;

    public string Kind { get; } = kind;

    public string Key { get; } = key;

    public ReadOnlyMemory<byte>? Body { get; } = body;

    public string? ETag { get; } = etag;

    /// <summary>Until its commit begins a write can still be called off.</summary>
    public bool CalledOff => token.IsCancellationRequested;

    public Task<string> Task => done.Task;

    /// <summary>What this write came to, if its transaction commits.</summary>
    public void Written(string tag) => (newTag, refusal) = (tag, null);

    /// <inheritdoc cref="Written" />
    public void Refused(Exception why) => refusal = why;

    public void Complete()
    {
        if (refusal is OperationCanceledException)
        {
            done.TrySetCanceled(token);
        }
        else if (refusal is not null)
        {
            done.TrySetException(refusal);
        }
        else
        {
            done.TrySetResult(newTag);
        }
    }

    public void Fail(Exception error) => done.TrySetException(error);
}
