using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>By what a page of figures can be filtered, and by what it is.</summary>
/// <param name="Address">Of the page without a filter.</param>
/// <param name="Everyone">How many people there are.</param>
/// <param name="Group">What is shown; null for everyone.</param>
/// <param name="Refused">Why what was asked for is not shown.</param>
public sealed record FilterChoices(
    string Address, int Everyone, ImmutableArray<AttributeView> Attributes, ImmutableArray<string> Withheld, FilterView? Filter, GroupView? Group, string? Refused)
{
    /// <summary>200, or 409 if what was asked for is not shown.</summary>
    public int Status => Refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;

    /// <param name="asked">What the address asks for.</param>
    /// <param name="outcome">Whether that is shown; if not, everyone is.</param>
    public static FilterChoices Of(
        string address, int everyone, ImmutableArray<AttributeView> attributes, ImmutableArray<string> withheld, ImmutableArray<FilterView> asked, Outcome outcome, GroupView? group, Words words) =>
        outcome.Accepted
            ? new(address, everyone, attributes, withheld, asked.FirstOrDefault(), group, null)
            : new(address, everyone, attributes, withheld, null, group, words.Explain(outcome));

    public bool Is(string attribute, GroupView group) => Filter?.Attribute == attribute && group.Values.Contains(Filter.Value, StringComparer.Ordinal);

    /// <summary>Groups of more than one value, with their attribute.</summary>
    public IEnumerable<(string Attribute, GroupView Group)> Together =>
        from attribute in Attributes
        from known in attribute.Groups
        where known.Values.Length > 1
        select (attribute.Attribute, known);
}

/// <summary>Filters as addresses carry them.</summary>
internal static class Asked
{
    /// <summary>The first value for the first attribute, and so on.</summary>
    public static ImmutableArray<FilterView> Filter(string[]? by, string[]? value) =>
        [.. (by ?? []).Where(attribute => attribute.Length > 0).Select((attribute, index) => new FilterView(attribute, value?.ElementAtOrDefault(index) ?? ""))];
}
