using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using ActKind = CohortCourses.Domain.Moderation.ActKind;
using CohortRole = CohortCourses.Contracts.Cohorts.CohortRole;
using ReportChannel = CohortCourses.Domain.Moderation.ReportChannel;
using ReportReason = CohortCourses.Domain.Moderation.ReportReason;

namespace CohortCourses.Grains.Moderation;

internal sealed partial class ModerationGrain
{
    public async Task<Outcome> Act(NewAct act, ModeratorView by)
    {
        await CatchUp();
        if (Book.Knows(act.Id))
        {
            return Outcome.Ok;
        }

        var desk = await Desk();
        var reader = by.ToDomain();
        var found = act.Case is { } id ? Handled(id, desk, reader) : null;
        if (act.Case is not null && found is null)
        {
            return ModerationRejections.UnknownCase.ToOutcome();
        }

        var (planned, refused) = await Plan(act, reader, found, desk);
        return planned is null ? refused : await Carry(planned, found is null ? reader : reader.Entrusted((ReportChannel)found.Channel), act.Seen, desk);
    }

    public async Task<Outcome> Undo(string id, string act, string words, ModeratorView by)
    {
        await CatchUp();
        if (Book.Knows(id))
        {
            return Outcome.Ok;
        }

        var desk = await Desk();
        var reader = by.ToDomain();
        var log = await AllEntries();
        if (log.FirstOrDefault(entry => entry.Act?.Id == act) is not { } entry || !MaySee(entry, desk, reader))
        {
            return ModerationRejections.UnknownAct.ToOutcome();
        }

        return log.Any(later => later.Act?.Undoes == act) || ActOf(entry).Undo(id, reader.Learner, words.Trim(), Now) is not { } undoing
            ? ModerationRejections.CannotUndo.ToOutcome()
            : await Carry(undoing, desk.MayHandle(undoing.Channel, undoing.About, reader) ? reader.Entrusted(undoing.Channel) : reader, seen: null, desk);
    }

    public Task<Outcome> NameContact(string id, string? learner, ModeratorView by) =>
        Set(new(id, by.Learner, ActKind.NameContact, Now, About: learner), learner, by);

    public Task<Outcome> AskFirstLook(string id, bool wanted, ModeratorView by) =>
        Set(new(id, by.Learner, ActKind.AskFirstLook, Now, Value: wanted ? "1" : "0"), contact: null, by);

    private NodaTime.Instant Now => clock.GetCurrentInstant();

    private async Task<Outcome> Set(Act act, string? contact, ModeratorView by)
    {
        await CatchUp();
        return Book.Knows(act.Id) ? Outcome.Ok
            : act.Kind == ActKind.NameContact && !by.IsOrganiser ? ModerationRejections.NotYours.ToOutcome()
            : contact is not null && !await IsHere(contact) ? ModerationRejections.ContactNotHere.ToOutcome()
            : await Carry(act, by.ToDomain(), seen: null, await Desk());
    }

    /// <summary>Carries out what failed in the middle, before anything else is decided.</summary>
    private Task CatchUp() => Book.Pending is { } interrupted ? Finish(interrupted) : Task.CompletedTask;

    /// <summary>What is to be done, with all that it takes to do it again after a crash and to take it back later.</summary>
    private async Task<(Act? Planned, Outcome Otherwise)> Plan(NewAct act, Moderator by, CaseView? found, SafetyDesk desk)
    {
        var kind = (ActKind)act.Kind;
        if (kind.IsSetting || kind.IsUndoing)
        {
            return (null, ModerationRejections.Incomplete.ToOutcome());
        }

        var planned = new Act(
            act.Id,
            by.Learner,
            kind,
            Now,
            found?.Id,
            found?.Thread ?? act.Thread,
            found?.Post ?? act.Post,
            found?.About ?? act.Person,
            Value: kind switch
            {
                ActKind.Mute => act.Until is { } until ? Domain.Moderation.Act.Text(until.ToInstant()) : null,
                ActKind.Slow or ActKind.Move => act.Number?.ToString(CultureInfo.InvariantCulture),
                _ => null,
            },
            Reason: (ReportReason?)act.Reason,
            Words: act.Words.Trim(),
            Channel: (ReportChannel?)found?.Channel ?? ReportChannel.Instructors);
        var (whole, otherwise) = await AsThingsAre(planned);
        if (whole is null || !otherwise.Accepted)
        {
            return (null, otherwise);
        }

        // Who hides a post that others reported answers them; and whoever wrote it can appeal, so there is a case in any event.
        return whole is { Kind: ActKind.Hide, Case: null }
            ? (whole with { Case = OpenCaseOn(whole, desk, by) ?? whole.Id }, Outcome.Ok)
            : (whole, Outcome.Ok);
    }

    private async Task<Outcome> Carry(Act planned, Moderator by, int? seen, SafetyDesk desk)
    {
        if (planned.Check(by) is { } wrong)
        {
            return wrong.ToOutcome();
        }

        if (planned.Case is { } id)
        {
            var may = await GrainFactory.Case(Cohort, id).MayDo(planned.ToWire(), seen, await OthersCanDecide(id, by, desk));
            if (!may.Accepted)
            {
                return may;
            }
        }

        await SaveBook(Book.Begin(planned));
        return await Finish(planned);
    }

    /// <summary>Carries out what was decided. Each step is the same done twice, so it may begin anew after a crash.</summary>
    private async Task<Outcome> Finish(Act planned)
    {
        var applied = await Apply(planned);
        if (!applied.Accepted)
        {
            await SaveBook(Book.Drop());
            return applied;
        }

        if (planned.Case is { } id)
        {
            await GrainFactory.Case(Cohort, id).Do(planned.ToWire(), seen: null, othersCanDecide: false);
            Keep(await GrainFactory.Case(Cohort, id).Get());
        }

        var entry = await GrainFactory.LogPage(Cohort, Book.LogPage).Add(planned.ToWire(), Book.LogCount + 1, Book.LogEnd);
        var book = Book.Done(entry.Hash, entry.Number);
        await SaveBook(planned.Case is { } filed ? book.File(filed, cases[filed].State != Contracts.Moderation.CaseState.Decided) : book);
        return Outcome.Ok;
    }

    private string? OpenCaseOn(Act act, SafetyDesk desk, Moderator by) => Book.Open
        .Select(id => cases[id])
        .FirstOrDefault(open => open.Thread == act.Thread && open.Post == act.Post && open.Channel == Contracts.Moderation.ReportChannel.Instructors && MayHandle(open, desk, by))
        ?.Id;

    private CaseView? Handled(string id, SafetyDesk desk, Moderator reader) =>
        cases.TryGetValue(id, out var found) && MayHandle(found, desk, reader) ? found : null;

    private static bool MayHandle(CaseView found, SafetyDesk desk, Moderator reader) =>
        desk.MayHandle((ReportChannel)found.Channel, found.About, reader);

    private async Task<SafetyDesk> Desk()
    {
        var organiser = await GrainFactory.Catalog().Organiser();
        return new(Book.Contact is { } contact && await IsHere(contact) ? contact : null, organiser);
    }

    /// <summary>Whether anyone else could decide on an appeal, so that whoever hid the post need not judge themselves.</summary>
    private async Task<bool> OthersCanDecide(string id, Moderator by, SafetyDesk desk)
    {
        if (!cases.TryGetValue(id, out var found))
        {
            return false;
        }

        var instructors = Cohort == IModerationGrain.Site ? [] : (await GrainFactory.Cohort(Cohort).Roster())
            .Where(member => member.Role == CohortRole.Instructor)
            .Select(member => new Moderator(member.Learner, Standing.Instructor));
        return instructors
            .Append(new(desk.Organiser ?? by.Learner, Standing.Organiser))
            .Append(new(desk.Contact ?? by.Learner, Standing.None))
            .Any(other => other.Learner != by.Learner && MayHandle(found, desk, other));
    }
}
