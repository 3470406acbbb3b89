namespace CohortCourses.Contracts.Evaluation;

/// <summary>So many of so many, with its 95% interval.</summary>
/// <param name="Share">0 to 1.</param>
[GenerateSerializer, Immutable, Alias("evaluation.share")]
public sealed record ShareView(int Count, int N, double Share, double Low, double High);

/// <summary>People who share a value, or one of several that stand together because a group would be too small alone.</summary>
/// <param name="Values">An empty value is that nothing is known.</param>
[GenerateSerializer, Immutable, Alias("evaluation.group")]
public sealed record GroupView(ImmutableArray<string> Values, int Size);

/// <summary>One group of an attribute and its shares of an outcome.</summary>
/// <param name="Shares">In the order of the outcome's groups; null where that is not shown.</param>
[GenerateSerializer, Immutable, Alias("evaluation.row")]
public sealed record RowView(GroupView Group, ImmutableArray<ShareView?> Shares);

/// <summary>An outcome by one attribute.</summary>
[GenerateSerializer, Immutable, Alias("evaluation.table")]
public sealed record TableView(string Attribute, ImmutableArray<RowView> Rows);

/// <summary>What is shown of one outcome: for everyone it is about, and by each attribute alone.</summary>
/// <param name="N">How many people it is about.</param>
/// <param name="Outcomes">In their order; empty where nothing may be told apart.</param>
[GenerateSerializer, Immutable, Alias("evaluation.figure")]
public sealed record FigureView(string Name, int N, ImmutableArray<GroupView> Outcomes, ImmutableArray<ShareView> Shares, ImmutableArray<TableView> By)
{
    /// <summary>Of one group of an attribute, or of everyone; null if it is not shown.</summary>
    public RowView? Row(string? attribute, string? value) => attribute is null
        ? (Outcomes.IsEmpty ? null : new(new([], N), [.. Shares]))
        : By.FirstOrDefault(table => table.Attribute == attribute)?.Rows.FirstOrDefault(row => row.Group.Values.Contains(value ?? "", StringComparer.Ordinal));
}

/// <summary>A week in which the number of those who are followed changed.</summary>
/// <param name="Week">0 is the time before week 1.</param>
/// <param name="AtRisk">Still followed when the week began.</param>
/// <param name="Left">Left in it, or since the step before.</param>
/// <param name="Unknown">Followed no longer than this week.</param>
/// <param name="Share">The share that stayed beyond it, 0 to 1.</param>
[GenerateSerializer, Immutable, Alias("evaluation.step")]
public sealed record StepView(int Week, int AtRisk, int Left, int Unknown, double Share, double Low, double High);

/// <summary>Which share stayed how long.</summary>
/// <param name="Group">Null for everyone.</param>
/// <param name="Steps">In steps of five people or more; empty where fewer left.</param>
[GenerateSerializer, Immutable, Alias("evaluation.curve")]
public sealed record CurveView(GroupView? Group, int N, ImmutableArray<StepView> Steps);

/// <summary>How long the groups of one attribute stayed.</summary>
[GenerateSerializer, Immutable, Alias("evaluation.curves")]
public sealed record CurvesView(string Attribute, ImmutableArray<CurveView> Curves);

/// <summary>An attribute by which figures may be told apart.</summary>
[GenerateSerializer, Immutable, Alias("evaluation.attribute")]
public sealed record AttributeView(string Attribute, ImmutableArray<GroupView> Groups);

/// <summary>What an evaluation is filtered by.</summary>
[GenerateSerializer, Immutable, Alias("evaluation.filter")]
public sealed record FilterView(string Attribute, string Value);
