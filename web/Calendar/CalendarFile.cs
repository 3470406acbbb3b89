using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Web.Calendar;

/// <summary>A calendar for other programs to read. It never holds a mail address or a person's name.</summary>
/// <param name="Name">What the reader's program calls it.</param>
/// <param name="Zone">The zone that its times are written in.</param>
public sealed record CalendarFile(string Name, DateTimeZone Zone, ImmutableArray<CalendarEntry> Entries);

/// <summary>One appointment.</summary>
/// <param name="Uid">The same for the same appointment for ever, and for no other one anywhere.</param>
/// <param name="Sequence">Grows whenever the appointment is moved or called off.</param>
/// <param name="RevisedAt">When that happened last.</param>
/// <param name="Language">The BCP 47 tag of the title and the description.</param>
/// <param name="Address">The page about it.</param>
/// <param name="Cancelled">It stays in the file, so that programs which showed it take it back.</param>
public sealed record CalendarEntry(
    Guid Uid,
    int Sequence,
    Instant RevisedAt,
    Instant StartsAt,
    Duration Length,
    string Title,
    string Description,
    string Language,
    Uri Address,
    bool Cancelled);
