using System.Text.Json.Nodes;
using CohortCourses.Domain.Feedback;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Feedback;

/// <summary>What had been answered whenever that was counted, the first time first. It is written with each look, of which there are few.</summary>
[Document("form-results", 2)]
internal sealed record FormResultsDocument(bool IsClosed)
{
    public ImmutableArray<TallyDocument> Looks { get; init; } = [];

    public ShownResults ToState() => new([.. Looks.Select(look => look.ToState())], IsClosed);

    public static FormResultsDocument From(ShownResults state) => new(state.IsClosed) { Looks = [.. state.Looks.Select(TallyDocument.From)] };
}

/// <summary>Before, results moved on with every five answers: what was shown then is the first look.</summary>
internal sealed class FormResultsInLooks : IDocumentUpgrade
{
    public string Name => "form-results";

    public int From => 1;

    public JsonObject Upgrade(JsonObject document)
    {
        var shown = document["shown"]!.DeepClone();
        return new()
        {
            ["isClosed"] = document["isClosed"]!.DeepClone(),
            ["looks"] = shown["responses"]!.GetValue<int>() > 0 ? new JsonArray(shown) : [],
        };
    }
}

internal sealed record TallyDocument(int Responses)
{
    public ImmutableSortedDictionary<string, CountsDocument> Questions { get; init; } = ImmutableSortedDictionary<string, CountsDocument>.Empty;

    public FormTally ToState() => new(
        Responses,
        Questions.ToImmutableSortedDictionary(question => question.Key, question => new Tally(question.Value.Shown, question.Value.Answered, question.Value.Counts.WithComparers(StringComparer.Ordinal)), StringComparer.Ordinal));

    public static TallyDocument From(FormTally state) => new(state.Responses)
    {
        Questions = state.Questions.ToImmutableSortedDictionary(
            question => question.Key, question => new CountsDocument(question.Value.Shown, question.Value.Answered) { Counts = question.Value.Counts }, StringComparer.Ordinal),
    };
}

internal sealed record CountsDocument(int Shown, int Answered)
{
    public ImmutableSortedDictionary<string, int> Counts { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
