using System.Text.Json;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>What was counted last in a cohort so large that counting takes a while. It may be lost: it is counted again.</summary>
/// <remarks>The figures are kept as they cross a call; figures of another shape are those of another version, and are counted again.</remarks>
[Document("evaluation", 1)]
internal sealed record EvaluationDocument
{
    private const int NewestShape = 1;

    public int Shape { get; init; }

    public string Figures { get; init; } = "";

    public static EvaluationDocument From(EvaluationView view) => new() { Shape = NewestShape, Figures = JsonSerializer.Serialize(view) };

    /// <summary>Null if it is of another version.</summary>
    public EvaluationView? ToView() => Shape == NewestShape ? JsonSerializer.Deserialize<EvaluationView>(Figures) : null;
}
