using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>A stretch of a sentence that has the same codes throughout.</summary>
/// <param name="Start">Its first character in the whole text, in code points.</param>
public sealed record CodedStretch(int Start, string Words, IReadOnlyList<CodeView> Codes);

/// <summary>Lays passages over the sentences of a text.</summary>
public static class CodedText
{
    /// <param name="codes">All codes by the id that a passage may have.</param>
    public static IReadOnlyList<CodedStretch> Of(Sentence sentence, IEnumerable<PassageView> passages, IReadOnlyDictionary<string, CodeView> codes)
    {
        var here = passages.Where(passage => passage.Code != PassageView.Nothing && passage.Start < sentence.End && passage.End > sentence.Start).ToList();
        var cuts = here.SelectMany(passage => new[] { passage.Start, passage.End }).Where(cut => cut > sentence.Start && cut < sentence.End)
            .Append(sentence.Start).Append(sentence.End).Distinct().Order().ToList();
        var runes = sentence.Words.EnumerateRunes().ToArray();
        return
        [
            .. cuts.Zip(cuts.Skip(1)).Select(cut => new CodedStretch(
                cut.First,
                string.Concat(runes[(cut.First - sentence.Start)..(cut.Second - sentence.Start)].Select(rune => rune.ToString())),
                [.. here.Where(passage => passage.Start <= cut.First && passage.End >= cut.Second).Select(passage => codes.GetValueOrDefault(passage.Code)).OfType<CodeView>().Distinct()])),
        ];
    }

    /// <summary>The words of a passage in its text; as many as there are.</summary>
    public static string WordsOf(string text, PassageView passage) =>
        string.Concat(text.EnumerateRunes().Skip(passage.Start).Take(passage.End - passage.Start).Select(rune => rune.ToString()));
}
