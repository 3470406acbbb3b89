using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>What moderators did, the newest first.</summary>
/// <param name="Case">The case on whose page the list stands, or null.</param>
public sealed record DoneList(IReadOnlyList<ActView> Acts, Names Names, bool MayUndo, string? Case = null);
