using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using ActKind = CohortCourses.Domain.Moderation.ActKind;

namespace CohortCourses.Grains.Moderation;

internal sealed partial class ModerationGrain
{
    /// <summary>
    /// The act with whom it concerns and what it will replace, as things are now. Who a post is by is the thread's to say, never the caller's.
    /// </summary>
    private async Task<(Act? Whole, Outcome Otherwise)> AsThingsAre(Act planned)
    {
        var kind = planned.Kind;
        if (kind.IsOnThread && planned.Thread is { } thread)
        {
            return await GrainFactory.Thread(Cohort, thread).Summary() is { } head
                ? (planned with
                {
                    Post = null,
                    About = null,
                    Before = kind switch
                    {
                        ActKind.Slow => head.SlowMinutes.ToString(CultureInfo.InvariantCulture),
                        ActKind.Move => head.Week.ToString(CultureInfo.InvariantCulture),
                        _ => null,
                    },
                }, kind == ActKind.Move ? await MayMove(planned) : Outcome.Ok)
                : (null, Outcome.Refused("thread.unknown"));
        }

        if (kind.IsOnPost && planned is { Thread: { } within, Post: { } id })
        {
            return await GrainFactory.Thread(Cohort, within).Find(id, new(planned.By, IsStaff: true)) is { } post
                ? (planned with { About = post.By, Before = post.State.ToString() }, Outcome.Ok)
                : (null, Outcome.Refused("post.unknown"));
        }

        if (kind == ActKind.WriteTo && planned.About is { } quietOne)
        {
            return !await IsHere(quietOne) ? (null, Outcome.Refused("cohort.not-a-member"))
                : (await WrittenTo()).Any(written => written.Learner == quietOne) ? (null, ModerationRejections.WrittenAlready.ToOutcome())
                : (planned, Outcome.Ok);
        }

        if (kind.IsOnPerson && planned.About is { } person)
        {
            return await IsHere(person)
                ? (planned with { Before = (await GrainFactory.Voice(Cohort, person).Get()).MutedUntil is { } until && until > clock.GetUtcNow() ? Domain.Moderation.Act.Text(until.ToInstant()) : null }, Outcome.Ok)
                : (null, Outcome.Refused("cohort.not-a-member"));
        }

        return (planned, Outcome.Ok);
    }

    private async Task<Outcome> MayMove(Act planned) =>
        planned.Number is { } week && (await GrainFactory.Cohort(Cohort).Get())?.Week(week) is { Skipped: false } ? Outcome.Ok : Outcome.Refused("week.unknown");

    /// <summary>Does what was decided. It sets how things are to be, so that doing it again changes nothing.</summary>
    private async Task<Outcome> Apply(Act act)
    {
        var thread = act.Thread is { } id ? GrainFactory.Thread(Cohort, id) : null;
        switch (act.Kind)
        {
            case ActKind.Pin or ActKind.Unpin:
                return await thread!.Pin(act.Kind == ActKind.Pin);
            case ActKind.Lock or ActKind.Unlock:
                return await thread!.Lock(act.Kind == ActKind.Lock);
            case ActKind.Slow:
                return await thread!.Slow(act.Number ?? 0);
            case ActKind.Move:
                return await Move(act);
            case ActKind.Hide:
                return await thread!.Judge(act.Post!, PostState.Hidden, HiddenReason.Write((Contracts.Moderation.ReportReason?)act.Reason, act.Words));
            case ActKind.Remove:
                return await thread!.Judge(act.Post!, PostState.Removed, null);
            case ActKind.Restore:
                return await thread!.Judge(act.Post!, Enum.TryParse<PostState>(act.Value, out var before) ? before : PostState.Shown, null);
            case ActKind.Show or ActKind.Reverse:
                return await thread!.Judge(act.Post!, PostState.Shown, null);
            case ActKind.Approve:
                var shown = await thread!.Judge(act.Post!, PostState.Shown, null);
                return shown.Accepted && act.About is { Length: > 0 } author ? await GrainFactory.Voice(Cohort, author).Welcome() : shown;
            case ActKind.Mute or ActKind.Unmute:
                return await GrainFactory.Voice(Cohort, act.About!).Mute(act.Until?.ToOffset());
            default:
                return Outcome.Ok;
        }
    }

    private async Task<Outcome> Move(Act act)
    {
        var thread = act.Thread!;
        var moved = await GrainFactory.Thread(Cohort, thread).Move(act.Number ?? 0);
        var listed = moved.Accepted ? await GrainFactory.Discussion(Cohort, act.Number ?? 0).Add(thread) : moved;
        return listed.Accepted && int.TryParse(act.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from != act.Number
            ? await GrainFactory.Discussion(Cohort, from).Remove(thread)
            : listed;
    }
}
