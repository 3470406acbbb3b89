namespace CohortCourses.Tests.Grains.Conformance;

public interface ITurnProbe : IGrainWithStringKey
{
    /// <summary>Notes "name in", waits for the signal "key go name", notes "name out".</summary>
    Task Write(string name);

    [ReadOnly]
    Task Read(string name);

    [AlwaysInterleave]
    Task Peek(string name);

    [OneWay]
    Task Tell(string name);

    [OneWay]
    Task TellBadly();

    [AlwaysInterleave]
    Task<string[]> Notes();

    /// <summary>Adds one in two steps with an await between them, and says what was read first.</summary>
    Task<int> Add();

    /// <summary>Like <see cref="Add"/>, but reads run beside it.</summary>
    [ReadOnly]
    Task<bool> AloneOnItsThread();

    Task<int> Echo(int number);

    Task<string> Fail(string message, bool atOnce);

    [ResponseTimeout("00:00:00.200")]
    Task Dawdle(string name);

    Task<string> Key();
}

[GrainType("turn-probe")]
public sealed class TurnProbe(Signals signals) : Grain, ITurnProbe
{
    private int sum;
    private int inside;

    public Task Write(string name) => Visit(name);

    public Task Read(string name) => Visit(name);

    public Task Peek(string name) => Visit(name);

    public Task Dawdle(string name) => Visit(name);

    public Task Tell(string name) => Visit(name);

    public Task TellBadly() => throw new InvalidOperationException("nobody hears this");

    public Task<string[]> Notes() => Task.FromResult(signals.Notes(this.GetPrimaryKeyString()));

    public async Task<int> Add()
    {
        var before = sum;
        await Task.Run(static () => Thread.SpinWait(500));
        sum = before + 1;
        return before;
    }

    public async Task<bool> AloneOnItsThread()
    {
        var alone = true;
        for (var step = 0; step < 20; step++)
        {
            alone &= Interlocked.Increment(ref inside) == 1;
            Thread.SpinWait(200);
            Interlocked.Decrement(ref inside);
            await Task.Yield();
        }

        return alone;
    }

    public Task<int> Echo(int number) => Task.FromResult(number);

    public Task<string> Fail(string message, bool atOnce) => atOnce ? throw new FormatException(message) : FailLater(message);

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    private static async Task<string> FailLater(string message)
    {
        await Task.Yield();
        throw new FormatException(message);
    }

    private async Task Visit(string name)
    {
        var key = this.GetPrimaryKeyString();
        signals.Note(key, $"{name} in");
        await signals.Wait($"{key} go {name}");
        signals.Note(key, $"{name} out");
    }
}
