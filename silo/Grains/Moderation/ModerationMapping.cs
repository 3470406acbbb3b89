using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using ActKind = CohortCourses.Contracts.Moderation.ActKind;
using CaseState = CohortCourses.Contracts.Moderation.CaseState;
using ReportChannel = CohortCourses.Contracts.Moderation.ReportChannel;
using ReportReason = CohortCourses.Contracts.Moderation.ReportReason;

namespace CohortCourses.Grains.Moderation;

/// <summary>Between what is true and what crosses a call.</summary>
internal static class ModerationMapping
{
    public static Moderator ToDomain(this ModeratorView moderator) => new(
        moderator.Learner,
        (moderator.IsOrganiser ? Standing.Organiser : Standing.None) | moderator.Role switch
        {
            CohortRole.Instructor => Standing.Instructor,
            CohortRole.Mentor => Standing.Mentor,
            _ => Standing.None,
        });

    public static Report ToDomain(this NewReport report, NodaTime.Instant now) =>
        new(report.Id, report.By, (Domain.Moderation.ReportReason)report.Reason, report.Words.Trim(), now);

    public static CaseSubject Subject(this NewReport report, string? about) => report switch
    {
        { Thread: { } thread, Post: { } post } => CaseSubject.OfPost(thread, post, about),
        { Person: { } person } => CaseSubject.OfPerson(person),
        _ => CaseSubject.OfWords((report.Described ?? "").Trim()),
    };

    public static Act ToDomain(this StoredAct act) => new(
        act.Id,
        act.By,
        (Domain.Moderation.ActKind)act.Kind,
        act.At.ToInstant(),
        act.Case,
        act.Thread,
        act.Post,
        act.About,
        act.Value,
        act.Before,
        (Domain.Moderation.ReportReason?)act.Reason,
        act.Words,
        act.Undoes,
        (Domain.Moderation.ReportChannel)act.Channel);

    public static StoredAct ToWire(this Act act) => new(
        act.Id,
        act.By,
        (ActKind)act.Kind,
        act.At.ToOffset(),
        act.Case,
        act.Thread,
        act.Post,
        act.About,
        act.Value,
        act.Before,
        (ReportReason?)act.Reason,
        act.Words,
        act.Undoes,
        (ReportChannel)act.Channel);

    public static CaseView ToView(this Case found) => new(
        found.Id,
        found.Version,
        (CaseState)found.State,
        (ReportChannel)found.Channel,
        found.Subject.Thread,
        found.Subject.Post,
        found.Subject.Learner,
        found.Subject.Described,
        (ReportReason)found.Reason,
        found.Since.ToOffset(),
        [.. found.Reports.Select(report => new ReportView(report.Id, report.By, (ReportReason)report.Reason, report.Words, report.At.ToOffset()))],
        [.. found.Acts.Select(done => done.Act.ToView(!done.Stands))],
        found.Appeal is { } appeal
            ? new(
                appeal.Words,
                appeal.At.ToOffset(),
                appeal.Waits ? null : appeal.Upheld ? ActKind.Uphold : ActKind.Reverse,
                found.Acts.Find(done => done.Act.Id == appeal.DecidedBy)?.Act.Words ?? "")
            : null,
        (ActKind?)found.Answer?.Kind);

    public static ActView ToView(this Act act, bool undone) => new(
        Number: 0,
        act.Id,
        (ActKind)act.Kind,
        act.At.ToOffset(),
        act.By,
        act.About,
        act.Case,
        act.Thread,
        act.Post,
        act.Value,
        (ReportReason?)act.Reason,
        act.Words,
        act.Undoes,
        undone,
        !undone && act.Undoes is null && act.Kind.Inverse is not null);

    public static LogEntryView ToView(this LogEntry entry) => new(
        entry.Number,
        entry.Previous,
        entry.Hash,
        new(
            entry.Number,
            entry.Act,
            (ActKind)entry.Kind,
            entry.At.ToOffset(),
            entry.By.Value ?? "",
            entry.About.Value,
            entry.Case,
            entry.Thread,
            entry.Post,
            entry.Value,
            (ReportReason?)entry.Reason,
            entry.Words.Value ?? "",
            entry.Undoes,
            Undone: false,
            entry.Undoes is null && entry.Kind.Inverse is not null),
        entry.Before,
        (ReportChannel)entry.Channel,
        entry.By.ToView(),
        entry.About.ToView(),
        entry.Words.ToView());

    public static LogCheck ToView(this LogChain chain) => new(chain.Count, chain.End, chain.Flaw);

    private static CommittedView ToView(this Committed said) => new(said.Hash, said.Salt, said.Value);
}
