using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Moderation;

/// <summary>Decides what becomes of reports. It is the only one that calls the cases of its cohort, so it keeps what it read of them.</summary>
[GrainType("moderation")]
internal sealed partial class ModerationGrain(
    [PersistentState("moderation")] IPersistentState<ModerationDocument> document,
    TimeProvider clock) : DocumentGrain<ModerationBook, ModerationDocument>(document), IModerationGrain
{
    private readonly Dictionary<string, CaseView> cases = new(StringComparer.Ordinal);

    private string Cohort => this.GetPrimaryKeyString();

    private ModerationBook Book => State ?? ModerationBook.Empty;

    /// <summary>Reads the cases, and carries out what was decided when the process died.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        foreach (var found in await Task.WhenAll(Book.Open.Concat(Book.Closed).Select(id => GrainFactory.Case(Cohort, id).Get())))
        {
            Keep(found);
        }

        await CatchUp();
    }

    public async Task<Outcome> Report(NewReport report)
    {
        if (cases.Values.Any(known => known.Reports.Any(made => made.Id == report.Id)))
        {
            return Outcome.Ok;
        }

        var (about, known) = await WhomItIsAbout(report);
        if (!known)
        {
            return ModerationRejections.ReportNowhere.ToOutcome();
        }

        if (Book.Open.Count >= ModerationBook.MostOpen)
        {
            return ModerationRejections.DeskFull.ToOutcome();
        }

        var key = report.Subject(about).Key;
        var standing = key is null ? null : Book.Open.Select(id => cases[id]).FirstOrDefault(open =>
            open.Channel == report.Channel && open.State == Contracts.Moderation.CaseState.Open && open.Reports.Length < Domain.Moderation.Case.MostReports && KeyOf(open) == key);
        var id = standing?.Id ?? report.Id;
        var outcome = standing is null
            ? await GrainFactory.Case(Cohort, id).Begin(report, about)
            : await GrainFactory.Case(Cohort, id).Add(report);
        if (outcome.Accepted)
        {
            await File(id);
        }

        return outcome;
    }

    public async Task<Outcome> Appeal(string id, string author, string words)
    {
        if (!cases.TryGetValue(id, out var found) || found.About != author)
        {
            return ModerationRejections.NothingToAppeal.ToOutcome();
        }

        var outcome = await GrainFactory.Case(Cohort, id).Appeal(author, words);
        if (outcome.Accepted)
        {
            await File(id);
        }

        return outcome;
    }

    public Task<ModerationSettings> Settings() => Task.FromResult(new ModerationSettings(Book.Contact, Book.FirstLook));

    public Task<ImmutableArray<SavedReplyView>> Replies() => Task.FromResult<ImmutableArray<SavedReplyView>>(
        [.. Book.Replies.Select(reply => new SavedReplyView(reply.Id, reply.Title, reply.Text, reply.Language))]);

    public Task<Outcome> KeepReply(SavedReplyView reply) =>
        DecideFromNothing(_ => Book.Keep(new(reply.Id, reply.Title.Trim(), reply.Text.Trim(), reply.Language)));

    public Task<Outcome> DropReply(string id) => DecideFromNothing(_ => Book.DropReply(id));

    public async Task Erase(string learner)
    {
        var filed = new HashSet<string>(Book.Open.Concat(Book.Closed), StringComparer.Ordinal);
        for (var page = 0; page <= Book.LogPage; page++)
        {
            filed.UnionWith((await GrainFactory.LogPage(Cohort, page).Read()).Select(entry => entry.Act?.Case).OfType<string>());
            await GrainFactory.LogPage(Cohort, page).Erase(learner);
        }

        foreach (var id in filed)
        {
            await GrainFactory.Case(Cohort, id).Erase(learner);
            if (cases.ContainsKey(id))
            {
                await File(id);
            }
        }

        await DecideFromNothing(_ => Book.Forget(learner));
    }

    private static string? KeyOf(CaseView found) => new CaseSubject(found.Thread, found.Post, found.About, found.Described).Key;

    /// <summary>Reads a case anew and puts it where it belongs.</summary>
    private async Task File(string id)
    {
        Keep(await GrainFactory.Case(Cohort, id).Get());
        await SaveBook(Book.File(id, cases[id].State != Contracts.Moderation.CaseState.Decided));
    }

    private void Keep(CaseView? found)
    {
        if (found is not null)
        {
            cases[found.Id] = found;
        }
    }

    private Task SaveBook(ModerationBook book) => DecideFromNothing(_ => book);

    /// <summary>The author of a post that the reporter can see, or a person who is here; from outside of cohorts nobody is named.</summary>
    private async Task<(string? About, bool Known)> WhomItIsAbout(NewReport report) => report switch
    {
        { Thread: { } thread, Post: { } post } => await GrainFactory.Thread(Cohort, thread).Find(post, new(report.By ?? "", IsStaff: false)) is { } found
            ? (found.By.Length == 0 ? null : found.By, true)
            : (null, false),
        { Person: { } person } => (person, await IsHere(person)),
        { Described: not null } => (null, Cohort == IModerationGrain.Site),
        _ => (null, false),
    };

    private async Task<bool> IsHere(string learner) =>
        await GrainFactory.Cohort(Cohort).Member(learner) is not null || await GrainFactory.Catalog().Organiser() == learner;
}
