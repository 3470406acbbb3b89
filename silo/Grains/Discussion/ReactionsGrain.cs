using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using ReactionKind = CohortCourses.Contracts.Discussion.ReactionKind;

namespace CohortCourses.Grains.Discussion;

[GrainType("reactions")]
internal sealed class ReactionsGrain([PersistentState("reactions")] IPersistentState<ReactionsDocument> document)
    : DocumentGrain<Reactions, ReactionsDocument>(document), IReactionsGrain
{
    public Task<Outcome> React(string post, ReactionKind kind, string learner, bool on) =>
        DecideFromNothing(state => (state ?? Reactions.None).React(post, kind.ToDomain(), learner, on));

    public Task<ImmutableSortedDictionary<string, ImmutableArray<ReactionView>>> Read() => Task.FromResult(
        (State ?? Reactions.None).Posts.ToImmutableSortedDictionary(post => post.Key, post => post.Value.ToViews(), StringComparer.Ordinal));

    public async Task Erase(string learner) => await DecideFromNothing(state => (state ?? Reactions.None).Erase(learner));
}
