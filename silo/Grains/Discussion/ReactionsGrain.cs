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
    private (Reactions Of, ImmutableSortedDictionary<string, ImmutableArray<ReactionView>> View)? view;

    public Task<Outcome> React(string post, ReactionKind kind, string learner, bool on) =>
        DecideFromNothing(state => (state ?? Reactions.None).React(post, kind.ToDomain(), learner, on));

    public Task<ImmutableSortedDictionary<string, ImmutableArray<ReactionView>>> Read()
    {
        var state = State ?? Reactions.None;
        if (view is not { } known || !ReferenceEquals(known.Of, state))
        {
            view = known = (state, state.Posts.ToImmutableSortedDictionary(post => post.Key, post => post.Value.ToViews(), StringComparer.Ordinal));
        }

        return Task.FromResult(known.View);
    }

    public async Task Erase(string learner) => await DecideFromNothing(state => (state ?? Reactions.None).Erase(learner));
}
