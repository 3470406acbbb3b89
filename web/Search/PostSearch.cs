using CohortCourses.Hosting;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Web.Search;

/// <summary>What somebody looks for; all of it has to fit.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Who">A name, or a part of it.</param>
/// <param name="Before">Where an earlier part ended.</param>
public sealed record SearchAsk(string? Words, string? Who, int? Week, bool Unanswered, long? Before)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Who) && Week is null && !Unanswered;
}

/// <param name="Next">Where the next part begins; null if there is none.</param>
/// <param name="IsWhole">Whether all posts are in the index, or older ones may be missing still.</param>
/// <param name="IsSomebody">Whether anybody goes by the name that was asked for.</param>
public sealed record SearchResult(IReadOnlyList<FoundPost> Posts, long? Next, bool IsWhole, bool IsSomebody);

/// <summary>Finds posts that everybody in a cohort can read.</summary>
public sealed class PostSearch(Rolls rolls, SearchIndex index, SearchIndexer indexer, TimeProvider clock)
{
    public const int PageSize = 20;

    private const int MostPeople = 50;

    /// <summary>How long an answer waits for the index. Longer takes only the first filling of a large cohort, which goes on meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<SearchResult> FindAsync(string cohort, SearchAsk ask)
    {
        var isWhole = await IsWholeAsync(cohort);
        var people = string.IsNullOrWhiteSpace(ask.Who) ? null : await PeopleAsync(cohort, ask.Who);
        if (people is [])
        {
            return new([], null, isWhole, IsSomebody: false);
        }

        var found = index.Find(new(cohort, ask.Words, people, ask.Week, ask.Unanswered, ask.Before, PageSize + 1));
        return found.Count > PageSize
            ? new([.. found.Take(PageSize)], found[PageSize - 1].Place, isWhole, IsSomebody: true)
            : new(found, null, isWhole, IsSomebody: true);
    }

    private async Task<bool> IsWholeAsync(string cohort)
    {
        // One has waited in vain already; the others need not.
        if (indexer.AtItFor(cohort) > Patience)
        {
            return false;
        }

        try
        {
            await indexer.RefreshAsync(cohort, CancellationToken.None).WaitAsync(Patience, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> PeopleAsync(string cohort, string name)
    {
        var wanted = Face.PlainOf(name.Trim().TrimStart('@'));
        return
        [
            .. (await rolls.OfAsync(cohort)).Faces
                .Where(face => face.Plain.Contains(wanted, StringComparison.Ordinal))
                .OrderBy(face => face.Handle.Length)
                .Take(MostPeople)
                .Select(face => face.Member.Learner),
        ];
    }
}
