using System.Collections.Immutable;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>A passage with the key of who coded it.</summary>
internal sealed record Coded(string Coder, PassageView Passage, CodeView? Code);

/// <summary>What was coded in the answers to questions, as far as the reader may see it.</summary>
internal sealed class CodedAnswers
{
    private readonly ExportRun run;
    private readonly ImmutableArray<CodingView> codings;
    private readonly Dictionary<string, string> coderKeys;
    private readonly Dictionary<string, CodeView> codes;

    private CodedAnswers(ExportRun run, ImmutableArray<CodingView> codings, ImmutableArray<CodeView> codes, Dictionary<string, string> coderKeys)
    {
        this.run = run;
        this.codings = codings;
        this.codes = codes.ToDictionary(code => code.Id, StringComparer.Ordinal);
        this.coderKeys = coderKeys;
        Codes = codes;
    }

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<CodeView> Codes { get; }

    /// <summary>The keys of all who coded, in their order.</summary>
    public IEnumerable<string> Coders => coderKeys.Values.Order(StringComparer.Ordinal);

    public static async Task<CodedAnswers> Read(ExportRun run)
    {
        var readings = await run.Grains.CodingDesk(run.Cohort.Cohort).Codings();
        ImmutableArray<string> coders = [.. readings.Select(coding => coding.Key.Coder).Distinct(StringComparer.Ordinal)];
        var keys = await run.Grains.Exports(run.Cohort.Cohort).Keys(run.Label, coders);
        return new(run, readings, await run.Grains.Codebook(run.Cohort.Cohort).List(), coders.Zip(keys).ToDictionary(coder => coder.First, coder => coder.Second, StringComparer.Ordinal));
    }

    /// <summary>Whether anybody has coded the answers to a question of an opened form.</summary>
    public bool Has(string form, string question) => codings.Any(coding => coding.Key.Form == form && coding.Key.Question == question);

    /// <summary>The passages by the key of their text: of coders who are done, and of the reader's own reading.</summary>
    public async Task<ILookup<string, Coded>> Of(string form, string question)
    {
        var coded = new List<Coded>();
        foreach (var coding in codings.Where(coding => coding.Key.Form == form && coding.Key.Question == question))
        {
            if (await run.Grains.CodingDesk(run.Cohort.Cohort).Passages(coding.Key, run.By ?? coding.Key.Coder) is { } passages)
            {
                coded.AddRange(passages.Where(passage => passage.Code != PassageView.Nothing).Select(passage => new Coded(coderKeys[coding.Key.Coder], passage, CodeOf(passage))));
            }
        }

        return coded.OrderBy(one => one.Passage.Start).ThenBy(one => one.Passage.End).ThenBy(one => one.Coder, StringComparer.Ordinal).ThenBy(one => one.Passage.Code, StringComparer.Ordinal)
            .ToLookup(one => one.Passage.Text, StringComparer.Ordinal);
    }

    /// <summary>The code under which a passage is found by now.</summary>
    private CodeView? CodeOf(PassageView passage) => codes.GetValueOrDefault(passage.Code) is { } given ? codes.GetValueOrDefault(given.StandsAs, given) : null;

    /// <summary>The words of a passage, counted in code points.</summary>
    public static string WordsOf(string text, PassageView passage)
    {
        var words = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Skip(passage.Start).Take(passage.End - passage.Start))
        {
            words.Append(rune.ToString());
        }

        return words.ToString();
    }
}
