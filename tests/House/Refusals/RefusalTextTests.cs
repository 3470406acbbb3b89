using System.Text.Json;
using System.Text.RegularExpressions;

namespace CohortCourses.Tests.House.Refusals;

/// <summary>A refusal is a code; the page tells a person what to do. So each code has its sentence, in every language.</summary>
public sealed partial class RefusalTextTests
{
    public static TheoryData<string> Texts => [.. Repository.FilesUnder("web/Texts", ".json").Where(path => Path.GetFileName(path).StartsWith("refusals.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryRefusal_HasItsSentence(string path)
    {
        var sentences = Sentences(path);

        Flaws.None(
            RefusalCodes.All.Keys.Where(code => !sentences.ContainsKey($"refusal.{code}")).Select(code => $"{path}: no sentence for {code}"),
            "Say what happened and what to do next.");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EverySentence_UsesOnlyValuesThatComeWithItsRefusal(string path) => Flaws.None(
        from sentence in Sentences(path)
        where RefusalCodes.All.ContainsKey(Code(sentence.Key))
        from Match placeholder in Placeholder().Matches(sentence.Value)
        where !RefusalCodes.All[Code(sentence.Key)].Contains(placeholder.Groups["name"].Value)
        select $"{path}: {sentence.Key} asks for {placeholder.Value}",
        "The values are the arguments of the rejection in silo/Domain.");

    [Fact]
    public void Codes_AreFeatureAndReason() => Assert.All(RefusalCodes.All.Keys, code => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", code));

    private static string Code(string key) => key["refusal.".Length..];

    /// <summary>A sentence that has plural forms stands for all of them.</summary>
    private static Dictionary<string, string> Sentences(string path) => JsonDocument.Parse(Repository.Read(path)).RootElement.EnumerateObject()
        .ToDictionary(text => text.Name, text => text.Value.ToString(), StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
