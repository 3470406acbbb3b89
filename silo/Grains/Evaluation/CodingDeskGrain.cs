using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Who codes what, as it is stored: 600 lines take about 60 kB.</summary>
[Document("coding-desk", 1)]
internal sealed record CodingDeskDocument : IDocument<CodingDesk, CodingDeskDocument>
{
    public ImmutableArray<CodingLine> Codings { get; init; } = [];

    public CodingDesk ToState() => new([.. Codings.Select(coding => new Coding(coding.Form, coding.Question, coding.Coder, coding.Done.ToInstant()))]);

    public static CodingDeskDocument From(CodingDesk state) =>
        new() { Codings = [.. state.Codings.Select(coding => new CodingLine(coding.Form, coding.Question, coding.Coder, coding.Done.ToOffset()))] };
}

internal sealed record CodingLine(string Form, string Question, string Coder, DateTimeOffset? Done);

[GrainType("coding-desk")]
internal sealed class CodingDeskGrain(
    [PersistentState("coding-desk")] IPersistentState<CodingDeskDocument> document,
    TimeProvider clock) : DocumentGrain<CodingDesk, CodingDeskDocument>(document), ICodingDeskGrain
{
    private CodingSources? sources;
    private CodableView? codable;
    private IGrainTimer? counting;

    private CodingDesk Desk => State ?? CodingDesk.Empty;

    public async Task<ImmutableArray<CodingText>> Texts(string form, string question) => [.. (await Sources(form, question)).Select(source => source.Text)];

    public async Task<CodableView> Codable()
    {
        codable ??= await Kept.Read();
        if (codable is not { } known)
        {
            return await CountTexts();
        }

        if (!All.IsFresh(known.AsOf))
        {
            CountSoon();
        }

        return known;
    }

    public async Task<CodersReply> Compare(CodingKey first, CodingKey second, string reader)
    {
        if ((first.Form, first.Question) != (second.Form, second.Question) || first.Coder == second.Coder || !Desk.MaySee(first, reader) || !Desk.MaySee(second, reader))
        {
            return new(CodeRejections.NotDone.ToOutcome(), null);
        }

        var texts = (await Sources(first.Form, first.Question)).Select(source => source.Text).ToDictionary(text => text.Key, StringComparer.Ordinal);
        var comparison = Comparison.Of(await Book(), [.. texts.Keys], await Reading(first), await Reading(second));
        return new(Outcome.Ok, comparison.ToView(texts));
    }

    public async Task<ImmutableArray<ThemeView>> Themes(string form, string question)
    {
        var done = Desk.Codings.Where(coding => coding.Form == form && coding.Question == question && coding.Done is not null).ToList();
        if (done.Count == 0)
        {
            return [];
        }

        var texts = await Sources(form, question);
        var readings = await Task.WhenAll(done.Select(coding => Reading(coding.ToView().Key)));
        var themes = Domain.Evaluation.Themes.Of(await Book(), [.. texts.Select(source => (source.Text.Key, source.Track))], readings);
        return [.. themes.Select(theme => new ThemeView(theme.Code, theme.Figure.ToView()))];
    }

    public Task<ImmutableArray<CodingView>> Codings() => Task.FromResult<ImmutableArray<CodingView>>([.. Desk.Codings.Select(CodingMapping.ToView)]);

    public Task<Outcome> Code(CodingKey coding, PassageView passage) => Change(coding, async one =>
    {
        if (await Check(coding, passage) is { } refused)
        {
            return refused.ToOutcome();
        }

        var begun = await DecideFromNothing(desk => (desk ?? CodingDesk.Empty).Begin(coding.Form, coding.Question, coding.Coder));
        return begun.Accepted ? await one.Code(passage) : begun;
    });

    public Task<Outcome> Uncode(CodingKey coding, string passage) => Change(coding, one => one.Uncode(passage));

    public Task<Outcome> Change(CodingKey coding, string passage, string? code, bool? mayQuote) => Change(coding, async one =>
        code is not null && (await Book()).Find(code) is null ? CodeRejections.Unknown.ToOutcome() : await one.Change(passage, code, mayQuote));

    public Task<Outcome> SayDone(CodingKey coding) =>
        Decide(CodeRejections.UnknownText, desk => desk.SayDone(coding.Form, coding.Question, coding.Coder, clock.GetCurrentInstant()));

    public Task<Outcome> GoOn(CodingKey coding) => Decide(CodeRejections.UnknownText, desk => desk.GoOn(coding.Form, coding.Question, coding.Coder));

    public async Task<ImmutableArray<PassageView>?> Passages(CodingKey coding, string reader) =>
        Desk.MaySee(coding, reader) ? await GrainFactory.Coding(Cohort, coding).List() : null;

    public async Task Erase(string learner)
    {
        if (Desk.Codings.IsEmpty)
        {
            return;
        }

        var text = (await GrainFactory.Exports(Cohort).Keys(IExportsGrain.CodingLabel, [learner]))[0];
        await Task.WhenAll(Desk.Codings.Select(coding => GrainFactory.Coding(Cohort, coding.ToView().Key).Forget(text)));
        await GrainFactory.Findings(Cohort).Forget(text);
        sources?.Forget();
    }

    private string Cohort => this.GetPrimaryKeyString();

    private KeptFigures<CodableView> Kept => new(GrainFactory, Cohort, "codable");

    private CodingSources All => sources ??= new(GrainFactory, Cohort, clock);

    private async Task<CodableView> CountTexts()
    {
        var (made, people) = await All.Count();
        await Kept.Keep(made, people);
        codable = people > KeptFigures.Large ? made : null;
        return made;
    }

    private void CountSoon() => counting ??= this.RegisterGrainTimer(
        async _ =>
        {
            try
            {
                await CountTexts();
            }
            finally
            {
                counting?.Dispose();
                counting = null;
            }
        },
        new GrainTimerCreationOptions(KeptFigures.Soon, Timeout.InfiniteTimeSpan) { Interleave = true });

    private async Task<Codebook> Book() => (await GrainFactory.Codebook(Cohort).List()).ToDomain();

    private async Task<IEnumerable<Passage>> Reading(CodingKey coding) => (await GrainFactory.Coding(Cohort, coding).List()).Select(CodingMapping.ToDomain);

    private async Task<Domain.Rejection?> Check(CodingKey coding, PassageView passage) =>
        passage.Code != PassageView.Nothing && (await Book()).Find(passage.Code) is null ? CodeRejections.Unknown
        : (await Sources(coding.Form, coding.Question)).FirstOrDefault(source => source.Text.Key == passage.Text)?.Text is not { } text ? CodeRejections.UnknownText
        : Passage.WordsOf(text.Words, passage.Start, passage.End) is null ? CodeRejections.Range
        : null;

    private Task<IEnumerable<SourceText>> Sources(string form, string question) => All.Of(form, question);

    private async Task<Outcome> Change(CodingKey coding, Func<ICodingGrain, Task<Outcome>> change) =>
        Desk.MayCode(coding.Form, coding.Question, coding.Coder) is { } refused ? refused.ToOutcome() : await change(GrainFactory.Coding(Cohort, coding));
}
