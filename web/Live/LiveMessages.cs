using System.Text.Json;
using CohortCourses.Contracts.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CohortCourses.Web.Live;

/// <summary>An event as browsers get it: the argument of a message that is named after its kind.</summary>
/// <param name="Epoch">With <paramref name="Number"/> the event's place in the feed of its cohort.</param>
/// <param name="Kind">One of <see cref="EventKinds"/>.</param>
/// <param name="Payload">A JSON object: ids, or for readers of the page that it is about what <see cref="ILivePayload"/> made of them.</param>
public sealed record LiveEvent(string Cohort, string Epoch, long Number, string Kind, object Payload, DateTimeOffset At)
{
    public static LiveEvent Of(CohortEvent happened) => new(
        happened.Cohort, happened.Position.Epoch, happened.Position.Number, happened.Kind, JsonElement.Parse(happened.Payload), happened.At);

    /// <summary>The message, serialised at most once for however many readers.</summary>
    public SerializedHubMessage ToMessage() => new(new InvocationMessage(Kind, [this]));
}

/// <summary>The answer to <see cref="PilotHub.Watch"/>.</summary>
/// <param name="Epoch">With <paramref name="Number"/> where the feed is now.</param>
/// <param name="Reload">What was missed is too much, or not known any more: fetch the page again.</param>
/// <param name="Missed">What came after the position that the browser named, oldest first.</param>
public sealed record WatchReply(string Epoch, long Number, bool Reload, IReadOnlyList<LiveEvent> Missed);
