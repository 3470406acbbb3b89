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
    private CodingDesk Desk => State ?? CodingDesk.Empty;

    public Task<ImmutableArray<CodingView>> Codings() => Task.FromResult<ImmutableArray<CodingView>>([.. Desk.Codings.Select(CodingMapping.ToView)]);

    public Task<Outcome> Code(CodingKey coding, PassageView passage) => Change(coding, async one =>
    {
        if (passage.Code != PassageView.Nothing && (await GrainFactory.Codebook(Cohort).List()).All(code => code.Id != passage.Code))
        {
            return CodeRejections.Unknown.ToOutcome();
        }

        var begun = await DecideFromNothing(desk => (desk ?? CodingDesk.Empty).Begin(coding.Form, coding.Question, coding.Coder));
        return begun.Accepted ? await one.Code(passage) : begun;
    });

    public Task<Outcome> Uncode(CodingKey coding, string passage) => Change(coding, one => one.Uncode(passage));

    public Task<Outcome> Change(CodingKey coding, string passage, string? code, bool? mayQuote) => Change(coding, one => one.Change(passage, code, mayQuote));

    public Task<Outcome> SayDone(CodingKey coding) =>
        Decide(CodeRejections.UnknownText, desk => desk.SayDone(coding.Form, coding.Question, coding.Coder, clock.GetCurrentInstant()));

    public Task<Outcome> GoOn(CodingKey coding) => Decide(CodeRejections.UnknownText, desk => desk.GoOn(coding.Form, coding.Question, coding.Coder));

    public async Task<ImmutableArray<PassageView>?> Passages(CodingKey coding, string reader) =>
        Desk.MaySee(coding.Form, coding.Question, reader, coding.Coder) ? await GrainFactory.Coding(Cohort, coding).List() : null;

    public Task Forget(string text) => Task.WhenAll(Desk.Codings.Select(coding => GrainFactory.Coding(Cohort, coding.ToView().Key).Forget(text)));

    private string Cohort => this.GetPrimaryKeyString();

    private async Task<Outcome> Change(CodingKey coding, Func<ICodingGrain, Task<Outcome>> change) =>
        Desk.MayCode(coding.Form, coding.Question, coding.Coder) is { } refused ? refused.ToOutcome() : await change(GrainFactory.Coding(Cohort, coding));
}
