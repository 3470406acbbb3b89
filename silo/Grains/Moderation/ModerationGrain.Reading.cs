using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using ActKind = CohortCourses.Contracts.Moderation.ActKind;
using CaseState = CohortCourses.Contracts.Moderation.CaseState;

namespace CohortCourses.Grains.Moderation;

internal sealed partial class ModerationGrain
{
    public async Task<ImmutableArray<CaseView>> Waiting(ModeratorView reader)
    {
        var (desk, moderator) = (await Desk(), reader.ToDomain());
        return
        [
            .. Book.Open.Select(id => cases[id])
                .Where(found => MayHandle(found, desk, moderator))
                .OrderBy(found => found.State == CaseState.Appealed ? Contracts.Moderation.ReportReason.Hostile : found.Reason)
                .ThenBy(found => found.Since),
        ];
    }

    public async Task<ImmutableArray<CaseView>> Cases(ModeratorView reader)
    {
        var (desk, moderator) = (await Desk(), reader.ToDomain());
        return [.. Book.Open.Concat(Book.Closed).Select(id => cases[id]).Where(found => MayHandle(found, desk, moderator)).OrderByDescending(found => found.Since)];
    }

    public async Task<CaseView?> Case(string id, ModeratorView reader) => Handled(id, await Desk(), reader.ToDomain());

    public Task<ImmutableArray<FollowedReport>> ReportsOf(string learner) => Task.FromResult<ImmutableArray<FollowedReport>>(
    [
        .. from found in cases.Values
           from report in found.Reports
           where report.By == learner
           orderby report.At descending
           select Followed(found, report),
    ]);

    public async Task<FollowedReport?> Follow(string report) =>
        (cases.GetValueOrDefault(report) ?? await GrainFactory.Case(Cohort, report).Get()) is { } found && found.Reports.FirstOrDefault(made => made.Id == report && made.By is null) is { } made
            ? Followed(found, made)
            : null;

    public Task<ImmutableArray<HiddenPost>> HiddenPosts(string author) => Task.FromResult<ImmutableArray<HiddenPost>>(
    [
        .. from found in cases.Values
           where found.About == author
           let hiding = found.Acts.LastOrDefault(act => act.Kind == ActKind.Hide)
           where hiding is not null
           orderby hiding.At descending
           select new HiddenPost(found.Id, found.Thread!, found.Post!, hiding.Reason, hiding.Words, hiding.At, !hiding.Undone, found.Appeal),
    ]);

    public async Task<LogSlice> Log(ModeratorView reader, int? before)
    {
        var (desk, moderator) = (await Desk(), reader.ToDomain());
        var end = Math.Clamp((before ?? int.MaxValue) - 1, 0, Book.LogCount);
        var first = Math.Max(0, end - LogPage.MostEntries);
        var entries = await AllEntries(from: first / LogPage.MostEntries);
        var undone = entries.Select(entry => entry.Act?.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. entries.Where(entry => entry.Number > first && entry.Number <= end)
                .Select(entry => MaySee(entry, desk, moderator) ? Marked(entry, undone) : Withheld(entry))
                .OrderByDescending(entry => entry.Number),
        ],
            first > 0 ? first + 1 : null);
    }

    public async Task<LogCheck> CheckLog()
    {
        var check = LogChain.Beginning.ToView();
        for (var page = 0; page * LogPage.MostEntries < Book.LogCount; page++)
        {
            check = await GrainFactory.LogPage(Cohort, page).Check(check);
        }

        return new LogChain(check.Entries, check.End, check.Flaw).EndsAt(Book.LogCount, Book.LogEnd).ToView();
    }

    private static FollowedReport Followed(CaseView found, ReportView report)
    {
        var answer = found.State == CaseState.Open ? null : found.Acts.LastOrDefault(act => !act.Undone && act.Kind == found.Answer);
        return new(
            report.Id,
            found.Channel,
            report.Reason,
            report.Words,
            found.Thread,
            found.Post,
            found.Post is null ? found.About : null,
            found.Described,
            report.At,
            answer?.At,
            answer?.Kind,
            answer?.Kind is ActKind.Dismiss or ActKind.Talk ? answer.Words : "");
    }

    /// <summary>Whom an act concerns does not read of it here; what was done in confidence, only who may handle it.</summary>
    private static bool MaySee(LogEntryView entry, SafetyDesk desk, Moderator reader) =>
        entry.Act is { } act && (((Domain.Moderation.ActKind)act.Kind).IsSetting ? reader.IsStaff
            : act.By == reader.Learner || desk.MayHandle((Domain.Moderation.ReportChannel)entry.Channel, act.About, reader));

    private static LogEntryView Marked(LogEntryView entry, HashSet<string> undone) =>
        entry.Act is { } act && undone.Contains(act.Id) ? entry with { Act = act with { Undone = true, CanBeUndone = false } } : entry;

    private static LogEntryView Withheld(LogEntryView entry) =>
        new(entry.Number, entry.Previous, entry.Hash, null, null, default, new(entry.By.Hash, null, null), new(entry.About.Hash, null, null), new(entry.Words.Hash, null, null));

    private static Act ActOf(LogEntryView entry) => new StoredAct(
        entry.Act!.Id,
        entry.Act.By,
        entry.Act.Kind,
        entry.Act.At,
        entry.Act.Case,
        entry.Act.Thread,
        entry.Act.Post,
        entry.Act.About,
        entry.Act.Value,
        entry.Before,
        entry.Act.Reason,
        entry.Act.Words,
        entry.Act.Undoes,
        entry.Channel).ToDomain();

    /// <summary>The entries from a page on, the oldest first.</summary>
    private async Task<ImmutableArray<LogEntryView>> AllEntries(int from = 0)
    {
        var pages = Math.Max(0, (Book.LogCount + LogPage.MostEntries - 1) / LogPage.MostEntries - from);
        var read = await Task.WhenAll(Enumerable.Range(from, pages).Select(page => GrainFactory.LogPage(Cohort, page).Read()));
        return [.. read.SelectMany(page => page)];
    }
}
