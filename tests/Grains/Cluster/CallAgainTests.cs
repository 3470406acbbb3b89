using System.Reflection;
using System.Runtime.CompilerServices;
using CohortCourses.Hosting;
using Orleans.Serialization.Invocation;

namespace CohortCourses.Tests.Grains.Cluster;

/// <summary>Which calls are made again when a node dies, how often, and with what.</summary>
public sealed class CallAgainTests
{
    private const int MostTries = 7;

    private readonly Impatient clock = new();

    public static TheoryData<Exception> Dying => [new SiloUnavailableException(), (Exception)RuntimeHelpers.GetUninitializedObject(typeof(OrleansMessageRejectionException)), new InconsistentStateException("stale", "1", "2")];

    [Theory]
    [MemberData(nameof(Dying))]
    public async Task Call_ThatMetADyingNode_IsMadeAgainWithTheSameArguments(Exception failure)
    {
        var call = Call.Of(["post", 17], failures: [failure, failure]);

        await new CallAgain { Clock = clock }.Invoke(call.Context);

        Assert.Equal([["post", 17], ["post", 17], ["post", 17]], call.Made);
        Assert.Equal([.1, .2], clock.Pauses);
    }

    [Fact]
    public async Task Call_ThatNobodyAnswers_FailsAfterFiveSeconds()
    {
        var call = Call.Of([], failures: [.. Enumerable.Repeat(new SiloUnavailableException(), 100)]);

        await Assert.ThrowsAsync<SiloUnavailableException>(() => new CallAgain { Clock = clock }.Invoke(call.Context));

        Assert.Equal(MostTries, call.Made.Count);
        Assert.Equal(5, clock.Pauses.Sum(), precision: 6);
    }

    [Fact]
    public async Task Call_ThatFailedForAnotherReason_IsNotMadeAgain()
    {
        var call = Call.Of([], failures: [new InvalidOperationException()]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new CallAgain { Clock = clock }.Invoke(call.Context));

        Assert.Single(call.Made);
    }

    [Fact]
    public async Task Call_OfAGrain_IsLeftToWhoeverCalledThatGrain()
    {
        var call = Call.Of([], failures: [new SiloUnavailableException()], isOfAGrain: true);

        await Assert.ThrowsAsync<SiloUnavailableException>(() => new CallAgain { Clock = clock }.Invoke(call.Context));

        Assert.Single(call.Made);
    }

    /// <summary>Every pause is over at once, and remembered in seconds.</summary>
    private sealed class Impatient : TimeProvider
    {
        public List<double> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime.TotalSeconds);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A call whose tries fail in turn, and whose arguments each try empties. Public and open, since a proxy derives from it.</summary>
    public class Call : DispatchProxy
    {
        private object?[] arguments = [];
        private Queue<Exception> failures = [];
        private bool isOfAGrain;

        public IOutgoingGrainCallContext Context { get; private set; } = null!;

        public List<object?[]> Made { get; } = [];

        public static Call Of(object?[] arguments, Exception[] failures, bool isOfAGrain = false)
        {
            var context = Create<IOutgoingGrainCallContext, Call>();
            var call = (Call)context;
            (call.Context, call.arguments, call.failures, call.isOfAGrain) = (context, arguments, new(failures), isOfAGrain);
            return call;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "Invoke" => Try(),
            "get_SourceContext" => isOfAGrain ? Create<IGrainContext, Call>() : null,
            "get_Request" => Request(),
            nameof(IInvokable.GetArgumentCount) => arguments.Length,
            nameof(IInvokable.GetArgument) => arguments[(int)args![0]!],
            nameof(IInvokable.SetArgument) => arguments[(int)args![0]!] = args[1],
            _ => throw new NotSupportedException(targetMethod.Name),
        };

        private IInvokable Request()
        {
            var request = Create<IInvokable, Call>();
            ((Call)(object)request).arguments = arguments;
            return request;
        }

        private Task Try()
        {
            Made.Add([.. arguments]);
            Array.Clear(arguments);
            return failures.TryDequeue(out var failure) ? Task.FromException(failure) : Task.CompletedTask;
        }
    }
}
