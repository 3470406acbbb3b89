using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>One kind of stored document, and what it holds of a person.</summary>
/// <param name="Kind">The name of the kind, as documents are stored under it.</param>
/// <param name="Holds">What it holds of a person, or why that is nothing.</param>
/// <param name="Export">What someone is given of it; null if another kind's part says it already, or if there is nothing.</param>
/// <param name="Erase">Takes someone out of it; may be repeated. Null if another kind's erasure does it, or if there is nothing.</param>
public sealed record PersonalDocument(
    string Kind,
    string Holds,
    Func<IGrainFactory, AccountRecord, Task<object?>>? Export = null,
    Func<IGrainFactory, AccountRecord, Task>? Erase = null);
