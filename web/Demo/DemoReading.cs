using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Demo;

/// <summary>
/// What Eva and Omar coded in the answers of the demo's finished cohort, apart from each other: the same words by the same codes, but for those
/// that one of them reads differently.
/// </summary>
internal sealed class DemoReading(IGrainFactory grains, string cohort, string eva, string omar)
{
    private const string Question = "change";

    private static readonly (string Id, string Name, string Description, string? Parent)[] Codes =
    [
        ("0a1c5e00-0000-4000-8000-000000000001", "Too much text", "More to read than they had time or screen for. Not: words too hard, which is language.", null),
        ("0a1c5e00-0000-4000-8000-000000000002", "Live call", "Anything about the weekly call.", null),
        ("0a1c5e00-0000-4000-8000-000000000003", "Hour of the call", "It is held at night, or at work.", "0a1c5e00-0000-4000-8000-000000000002"),
        ("0a1c5e00-0000-4000-8000-000000000004", "Digest of the call", "They ask for a recording or a summary.", "0a1c5e00-0000-4000-8000-000000000002"),
        ("0a1c5e00-0000-4000-8000-000000000005", "Examples from home", "They miss cases from their own part of the world.", null),
        ("0a1c5e00-0000-4000-8000-000000000006", "Language too hard", "Words that are difficult also in translation, or a translation that is late.", null),
        ("0a1c5e00-0000-4000-8000-000000000007", "Time stated too low", "An activity took longer than the page said.", null),
    ];

    /// <summary>Words, what Eva saw in them, and what Omar saw; 0 for nothing.</summary>
    private static readonly (string Words, int Eva, int Omar)[] Passages =
    [
        ("Less text in week 3.", 1, 1),
        ("The call is at four in the morning for me.", 3, 3),
        ("Please record it, or write a summary.", 4, 0),
        ("More examples from places without rich institutions.", 5, 5),
        ("Say how long the activity really takes.", 7, 7),
        ("La rencontre en direct tombe pendant mon travail.", 3, 3),
        ("Le vocabulaire juridique est trop difficile", 6, 6),
        ("Menos texto", 1, 1),
        ("más ejemplos de América Latina", 5, 5),
        ("La llamada a una hora que sirva a las Américas.", 3, 3),
        ("النص طويل جدًا على الهاتف.", 1, 1),
        ("ترجمة الأسبوع الرابع متأخرة", 6, 0),
        ("O texto jurídico precisa de exemplos.", 6, 5),
        ("電話の時間が日本の深夜でした。", 3, 3),
        ("활동 시간이 너무 짧게 적혀 있어요.", 7, 7),
        ("Менше тексту на тиждень", 1, 1),
        ("Xin thêm bản tóm tắt cuộc gọi.", 4, 4),
        ("Die Aufgabe in Woche 3 dauert länger als angegeben.", 7, 1),
        ("Maandishi ni marefu mno kwa simu.", 1, 1),
    ];

    /// <summary>Both read every pulse and the form in the middle, then say that they are done.</summary>
    public async Task Play()
    {
        foreach (var (id, name, description, parent) in Codes)
        {
            DemoStage.Need(await grains.Codebook(cohort).Add(id, eva, new(name, description, parent)));
        }

        foreach (var form in (await grains.Forms(cohort).List()).Where(form => form.Definition.Questions.Any(question => question.Id == Question)))
        {
            var texts = await grains.CodingDesk(cohort).Texts(form.Id, Question);
            if (!texts.IsEmpty)
            {
                await Read(new(form.Id, Question, eva), texts, passage => passage.Eva);
                await Read(new(form.Id, Question, omar), texts, passage => passage.Omar);
            }
        }
    }

    /// <summary>The passages that may be quoted, as evidence.</summary>
    public async Task<IReadOnlyList<QuoteView>> Quotes(int code, int most)
    {
        var quotes = new List<QuoteView>();
        foreach (var coding in (await grains.CodingDesk(cohort).Codings()).Where(coding => coding.Key.Coder == eva))
        {
            var texts = (await grains.CodingDesk(cohort).Texts(coding.Key.Form, Question)).ToDictionary(text => text.Key, text => text.Words, StringComparer.Ordinal);
            quotes.AddRange((await grains.CodingDesk(cohort).Passages(coding.Key, eva) ?? []).Where(passage => passage.MayQuote && passage.Code == Codes[code - 1].Id)
                .Select(passage => new QuoteView(passage.Text, Evaluation.CodedText.WordsOf(texts[passage.Text], passage))));
        }

        return [.. quotes.DistinctBy(quote => quote.Words).Take(most)];
    }

    private async Task Read(CodingKey coding, IEnumerable<CodingText> texts, Func<(string Words, int Eva, int Omar), int> sees)
    {
        var desk = grains.CodingDesk(cohort);
        foreach (var text in texts)
        {
            var found = Passages.Where(passage => sees(passage) > 0 && text.Words.Contains(passage.Words, StringComparison.Ordinal)).ToList();
            foreach (var passage in found)
            {
                var start = text.Words[..text.Words.IndexOf(passage.Words, StringComparison.Ordinal)].EnumerateRunes().Count();
                DemoStage.Need(await desk.Code(coding, new(
                    DemoTalk.Id($"{coding}/{text.Key}/{passage.Words}"), text.Key, Codes[sees(passage) - 1].Id, start, start + passage.Words.EnumerateRunes().Count(), MayQuote: true)));
            }

            if (found.Count == 0)
            {
                DemoStage.Need(await desk.Code(coding, new(DemoTalk.Id($"{coding}/{text.Key}"), text.Key, PassageView.Nothing, 0, text.Words.EnumerateRunes().Count())));
            }
        }

        DemoStage.Need(await desk.SayDone(coding));
    }
}
