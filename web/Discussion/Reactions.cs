using CohortCourses.Contracts.Discussion;

namespace CohortCourses.Web.Discussion;

/// <summary>The names of reactions in forms, addresses and events.</summary>
public static class Reactions
{
    public static string NameOf(ReactionKind kind) => kind switch
    {
        ReactionKind.Thanks => "thanks",
        ReactionKind.SameHere => "same-here",
        _ => "idea",
    };

    public static ReactionKind? Find(string? name) => name switch
    {
        "thanks" => ReactionKind.Thanks,
        "same-here" => ReactionKind.SameHere,
        "idea" => ReactionKind.Idea,
        _ => null,
    };
}
