using CohortCourses.Contracts.Evaluation;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>What a picture shows, for reading: the first cell of a row names it.</summary>
public sealed record PictureTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A picture with everything that goes with it.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Summary">What it says in a sentence, for those who do not see it.</param>
/// <param name="Svg">Null where there is nothing to show; the summary says why.</param>
/// <param name="Note">How to read it; null if that is plain.</param>
public sealed record Picture(string Key, string Title, string Summary, IHtmlContent? Svg, PictureTable Table, string? Note = null)
{
    public bool IsDrawn => Svg is not null;
}

/// <summary>Something that is asked and not told, in a list of such.</summary>
/// <param name="Id">By which it is led to; null where nothing leads to it.</param>
public sealed record Untold(string? Id, string Title);

/// <summary>A bar with its interval.</summary>
/// <param name="Share">Null where it is not shown.</param>
public sealed record BarRow(string Label, ShareView? Share);

/// <summary>A bar that is parted into levels.</summary>
/// <param name="N">Null where nothing is shown.</param>
/// <param name="Shares">One for each level, null where it is not shown.</param>
public sealed record LevelRow(string Label, int? N, IReadOnlyList<ShareView?> Shares);

/// <summary>A curve with its name.</summary>
public sealed record NamedCurve(string Label, CurveView Curve);

/// <summary>A value before and after, in the same people.</summary>
/// <param name="Change">The difference in words, with its interval.</param>
public sealed record ChangeRow(string Label, int N, double Before, double After, string Change);
