namespace CohortCourses.Contracts;

/// <summary>Whether a command was accepted. An expected refusal is a value with a stable code, never an exception.</summary>
/// <param name="Code">Null if accepted, else <c>feature.reason</c>.</param>
/// <param name="Args">The values that the sentence for this code needs.</param>
[GenerateSerializer, Immutable, Alias("outcome")]
public sealed record Outcome(string? Code, ImmutableSortedDictionary<string, string> Args)
{
    public static readonly Outcome Ok = new(null, ImmutableSortedDictionary<string, string>.Empty);

    public bool Accepted => Code is null;

    public static Outcome Refused(string code) => new(code, ImmutableSortedDictionary<string, string>.Empty);
}
