using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

[Document("coding", 1)]
internal sealed record CodingDocument
{
    public int Pages { get; init; }
}

/// <summary>It keeps how many pages there are. Which passage is on which it reads when it wakes.</summary>
[GrainType("coding")]
internal sealed class CodingGrain([PersistentState("coding")] IPersistentState<CodingDocument> document) : RecordGrain<CodingDocument>(document), ICodingGrain
{
    private const int MostPages = 100;

    private readonly List<ImmutableArray<PassageView>> pages = [];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(Enumerable.Range(1, Record?.Pages ?? 0).Select(page => Page(page).List()));
        pages.AddRange(read);
    }

    public async Task<Outcome> Code(PassageView passage)
    {
        var known = pages.FindIndex(page => page.Any(one => one.Id == passage.Id || one with { Id = passage.Id, MayQuote = passage.MayQuote } == passage));
        var page = known >= 0 ? known : pages.FindIndex(page => page.Length < PassagePage.MostPassages);
        if (page < 0)
        {
            if (pages.Count >= MostPages)
            {
                return CodeRejections.CodingFull.ToOutcome();
            }

            // Counted before it is written: a page that holds nothing is no harm, one that nobody counts is lost.
            await Save(new() { Pages = pages.Count + 1 });
            pages.Add([]);
            page = pages.Count - 1;
        }

        return await OnPage(page, one => one.Code(passage));
    }

    public async Task<Outcome> Uncode(string passage) =>
        PageOf(passage) is { } page ? await OnPage(page, one => one.Uncode(passage)) : Outcome.Ok;

    public async Task<Outcome> Change(string passage, string? code, bool? mayQuote) =>
        PageOf(passage) is { } page ? await OnPage(page, one => one.Change(passage, code, mayQuote)) : CodeRejections.UnknownPassage.ToOutcome();

    public Task<ImmutableArray<PassageView>> List() => Task.FromResult<ImmutableArray<PassageView>>([.. pages.SelectMany(page => page)]);

    public async Task Forget(string text)
    {
        for (var page = 0; page < pages.Count; page++)
        {
            if (pages[page].Any(passage => passage.Text == text))
            {
                await Page(page + 1).Forget(text);
                pages[page] = await Page(page + 1).List();
            }
        }
    }

    private int? PageOf(string passage) => pages.FindIndex(page => page.Any(one => one.Id == passage)) is >= 0 and var page ? page : null;

    private IPassagePageGrain Page(int page) => GrainFactory.PassagePage(this.GetPrimaryKeyString(), page);

    private async Task<Outcome> OnPage(int page, Func<IPassagePageGrain, Task<Outcome>> change)
    {
        var outcome = await change(Page(page + 1));
        pages[page] = await Page(page + 1).List();
        return outcome;
    }
}
