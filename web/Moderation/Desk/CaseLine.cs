using CohortCourses.Contracts.Moderation;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>A case in a list.</summary>
/// <param name="About">Whom it concerns, by name.</param>
/// <param name="Home">The cohort's address; null for what was reported from outside of cohorts.</param>
/// <param name="Excerpt">How the post begins, or null.</param>
/// <param name="Thread">The title of its thread, or null.</param>
public sealed record CaseLine(CaseView Case, string About, string Home, string? Excerpt = null, string? Thread = null);

/// <summary>What somebody does with one button.</summary>
/// <param name="Handler">Which door it goes through: help is for mentors, too.</param>
public sealed record OneButton(ActKind Kind, string Label, string Handler = "act", string? Thread = null, string? Post = null, string? Minutes = null, bool Plain = false);
