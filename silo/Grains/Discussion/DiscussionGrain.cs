using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Live;
using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;
using Audience = CohortCourses.Contracts.Discussion.Audience;

namespace CohortCourses.Grains.Discussion;

[Document("discussion", 1)]
internal sealed record DiscussionDocument : IDocument<DiscussionList, DiscussionDocument>
{
    public ImmutableArray<string> Threads { get; init; } = [];

    public DiscussionList ToState() => new([.. Threads]);

    public static DiscussionDocument From(DiscussionList state) => new() { Threads = [.. state.Threads] };
}

/// <summary>It stores which threads there are; what else it says of them it asked them when it woke, and heard from them since.</summary>
[GrainType("discussion")]
internal sealed class DiscussionGrain([PersistentState("discussion")] IPersistentState<DiscussionDocument> document)
    : DocumentGrain<DiscussionList, DiscussionDocument>(document), IDiscussionGrain
{
    private readonly Dictionary<string, ThreadSummary> threads = new(StringComparer.Ordinal);
    private ImmutableArray<ThreadSummary>? list;

    private string Cohort => Parts[0];

    private string[] Parts => this.GetPrimaryKeyString().Split('/');

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        await Task.WhenAll((State ?? DiscussionList.Empty).Threads.Select(Ask));
    }

    public Task<Outcome> Add(string thread) => DecideFromNothing(state => (state ?? DiscussionList.Empty).Add(thread), async _ =>
    {
        await Ask(thread);
        if (threads.TryGetValue(thread, out var known) && known is { Audience: Audience.Cohort, Shown: true })
        {
            await GrainFactory.Feed(Cohort).Publish(new(
                EventKinds.ThreadAdded, string.Create(CultureInfo.InvariantCulture, $$"""{"thread":"{{thread}}","week":{{known.Week}}}""")));
        }
    });

    public Task<Outcome> Remove(string thread) => DecideFromNothing(state => (state ?? DiscussionList.Empty).Remove(thread), _ =>
    {
        threads.Remove(thread);
        list = null;
        return Task.CompletedTask;
    });

    public Task Changed(ThreadSummary summary)
    {
        if (State?.Threads.Contains(summary.Thread) == true)
        {
            Hear(summary);
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<ThreadSummary>> List() => Task.FromResult(list ??= [.. threads.Values.Where(IsHere)]);

    private async Task Ask(string thread)
    {
        if (await GrainFactory.Thread(Cohort, thread).Summary() is { } summary)
        {
            Hear(summary);
        }
    }

    private void Hear(ThreadSummary summary)
    {
        if (!threads.TryGetValue(summary.Thread, out var known) || known.Version <= summary.Version)
        {
            threads[summary.Thread] = summary;
            list = null;
        }
    }

    /// <summary>A thread that moved while somebody died may stand on two lists: it is only where it says.</summary>
    private bool IsHere(ThreadSummary summary) => summary.Audience == Audience.Instructors
        ? Parts[1] == "private"
        : Parts[1] == summary.Week.ToString(CultureInfo.InvariantCulture);
}
