using System.Collections.Immutable;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>A finding as it was typed.</summary>
public sealed record FindingForm
{
    public string? Id { get; init; }

    public string? Statement { get; init; }

    public string? Recommendation { get; init; }

    /// <summary>As <see cref="Aims.Write"/> writes it.</summary>
    public string? Aim { get; init; }

    /// <summary>The version that the page showed.</summary>
    public int Seen { get; init; }

    public FindingText Text => new(Lines(Statement), Lines(Recommendation), Aims.Read(Aim));

    public static FindingForm Of(FindingView finding) => new()
    {
        Id = finding.Id,
        Statement = finding.Text.Statement,
        Recommendation = finding.Text.Recommendation,
        Aim = Aims.Write(finding.Text.Aim),
        Seen = finding.Version,
    };

    /// <summary>The field that a refusal speaks of.</summary>
    public static string? FieldOf(string? code) => code switch
    {
        "finding.statement-empty" or "finding.statement-too-long" => "statement",
        "finding.recommendation-too-long" or "finding.recommendation-missing" => "recommendation",
        "finding.place" => "aim",
        "finding.reason-missing" or "finding.reason-too-long" => "reason",
        _ => null,
    };

    internal static string Lines(string? typed) => (typed ?? "").ReplaceLineEndings("\n");
}

/// <summary>What participants are to be told, as it was typed: one entry for each language that was offered.</summary>
public sealed record PublicForm
{
    public string[] Language { get; init; } = [];

    public string?[] Said { get; init; } = [];

    public string?[] Changed { get; init; } = [];

    public int Seen { get; init; }

    public ImmutableArray<PublicText> Texts =>
        [.. Language.Zip(Said, Changed).Select(one => new PublicText(one.First, FindingForm.Lines(one.Second), FindingForm.Lines(one.Third)))];
}
