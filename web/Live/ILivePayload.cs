using System.Text.Json;

namespace CohortCourses.Web.Live;

/// <summary>
/// Turns the payload of an event, which holds ids only, into what browsers show, for all readers alike. It is asked once per node and event, in the
/// order in which things happened, and only if somebody on the node looks at the page that the event is about. Register it as a singleton.
/// </summary>
public interface ILivePayload
{
    /// <summary>The kinds of events that it fills in, of <see cref="Contracts.Live.EventKinds"/>.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <param name="stored">The payload as the feed keeps it.</param>
    /// <returns>
    /// What goes out instead: an object that is written as JSON, with everything in it that every reader of the page may see now, which may
    /// be later than the event. Null, or a failure, or taking too long: then the payload goes out as it is stored, and browsers fetch the page.
    /// </returns>
    ValueTask<object?> Fill(string cohort, string kind, JsonElement stored);
}
