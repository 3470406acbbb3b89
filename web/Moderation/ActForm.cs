using System.Globalization;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Shared;

namespace CohortCourses.Web.Moderation;

/// <summary>An act as a form sends it.</summary>
public sealed record ActForm
{
    public string? Id { get; init; }

    public string? Kind { get; init; }

    public string? Case { get; init; }

    public string? Seen { get; init; }

    public string? Thread { get; init; }

    public string? Post { get; init; }

    public string? Person { get; init; }

    public string? Minutes { get; init; }

    public string? Week { get; init; }

    public string? Days { get; init; }

    public string? Reason { get; init; }

    public string? Words { get; init; }

    /// <summary>What it asks for; null if it names no act.</summary>
    public NewAct? Read(DateTimeOffset now) => ModerationWords.ReadKind(Kind) is not { } kind ? null : new(
        FormIds.Of(Id),
        kind,
        OfGrain(Case),
        Number(Seen),
        OfGrain(Thread),
        OfGrain(Post),
        OfGrain(Person),
        kind switch { ActKind.Slow => Number(Minutes), ActKind.Move => Number(Week), _ => null },
        kind == ActKind.Mute && Number(Days) is { } days ? now.AddDays(Math.Min(days, 1000)) : null,
        ModerationWords.ReadReason(Reason),
        (Words ?? "").ReplaceLineEndings("\n"));

    /// <summary>Ids are letters, digits and hyphens: nothing else gets into a grain's key.</summary>
    public static string? OfGrain(string? id) => id is { Length: > 0 and <= 64 } && id.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? id : null;

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
