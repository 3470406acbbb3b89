using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Demo;

/// <summary>A finding of the demo.</summary>
/// <param name="Figure">The key of the figure that it rests on, or null.</param>
/// <param name="Quoted">The number of the code whose passages it quotes, 0 for none.</param>
/// <param name="Told">What participants are told, by language.</param>
internal sealed record DemoFinding(
    string Statement, string Recommendation, AimView? Aim, string? Figure, int Quoted, Verdict? Verdict, string Reason, string? Acted = null, params IReadOnlyList<PublicText> Told);

/// <summary>What the demo's finished cohort taught, and what its running one made of it.</summary>
internal sealed class DemoFindings(IGrainFactory grains, DemoReading reading, string cohort, string eva, string omar, string ines)
{
    private static readonly DemoFinding[] All =
    [
        new(
            "Week 3 is too long to read on a phone.",
            "Split the second part of week 3 in two parts of ten minutes, each with its own question.",
            new(AimKind.Week, Week: 3),
            "week/3/completed",
            1,
            Verdict.Accepted,
            "Said in seven languages, and week 3 is where most fell behind.",
            "Part 2 is two parts of ten minutes now; the figure moved to the end.",
            new("en", "Week 3 is too long for a phone.", "It comes in shorter parts now, ten minutes each."),
            new("fr", "La semaine 3 est trop longue pour un téléphone.", "Elle vient en parties plus courtes, de dix minutes chacune."),
            new("ar", "الأسبوع الثالث أطول من أن يُقرأ على الهاتف.", "صار في أجزاء أقصر، عشر دقائق لكل منها.")),
        new(
            "The weekly call shuts out who lives in East Asia and the Americas.",
            "Hold the call at two hours in turn, and put a digest up the day after.",
            new(AimKind.Schedule),
            "voice/wrote",
            3,
            Verdict.Accepted,
            "Nobody can move a time zone; we can move the call.",
            "A digest stands on the cohort’s page the day after each call. The second hour begins in week 5.",
            new("en", "The call is in the middle of my night.", "A digest is up the day after, and the hour changes in turn."),
            new("fr", "La rencontre tombe au milieu de ma nuit.", "Un résumé paraît le lendemain, et l’heure change à tour de rôle."),
            new("ar", "المكالمة في منتصف ليلي.", "يُنشر ملخص في اليوم التالي، وتتناوب الساعة.")),
        new(
            "Legal words stop people in week 5, also in translation.",
            "Give week 5 a glossary of ten words, with one example each from outside of Europe.",
            new(AimKind.Week, Week: 5),
            "week/5/completed",
            6,
            Verdict.Accepted,
            "The words are needed later, so explaining beats leaving them out."),
        new(
            "Activities take longer than their page says.",
            "Let three people try each activity, and state what the slowest needed.",
            new(AimKind.Course),
            "stage/completed",
            7,
            Verdict.Accepted,
            "Cheap to do, and it keeps our word."),
        new("People miss examples from places without rich institutions.", "Ask each participant for one case from home, and use three of them next time.", new(AimKind.Facilitation), null, 5, Verdict.Later, "Good, but it needs consent and time that the next phase does not have."),
        new("Some would like certificates.", "Issue a certificate at the end.", new(AimKind.Course), null, 0, Verdict.Declined, "Two people asked. What was completed can already be shown."),
        new("The form in the middle comes when most decisions are made.", "Open it at the end of week 3 instead.", new(AimKind.Form, Form: "mid-course"), null, 0, null, ""),
    ];

    public async Task Write(Words words)
    {
        var figures = (await EvidenceFigures.OfAsync(grains, cohort, words)).ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        foreach (var (number, finding) in All.Index())
        {
            var id = Id(number);
            DemoStage.Need(await grains.Findings(cohort).Write(id, eva, new(finding.Statement, finding.Recommendation, finding.Aim)));
            var grain = grains.Finding(cohort, id);
            if (finding.Figure is not null && figures.TryGetValue(finding.Figure, out var figure))
            {
                DemoStage.Need(await grain.Add(new(DemoTalk.Id($"{id}/figure"), figure, null)));
            }

            foreach (var quote in finding.Quoted > 0 ? await reading.Quotes(finding.Quoted, most: 2) : [])
            {
                DemoStage.Need(await grain.Add(new(DemoTalk.Id($"{id}/{quote.Words}"), null, quote)));
            }

            DemoStage.Need(await grain.Tell([.. finding.Told], (await grain.Get())!.Version));
            if (finding.Verdict is { } verdict)
            {
                DemoStage.Need(await grain.Decide(verdict, omar, finding.Reason, (await grain.Get())!.Version));
            }
        }
    }

    /// <summary>Hands the plan to the next cohort.</summary>
    public async Task HandOn(string next, Words words) =>
        DemoStage.Need(await grains.Phase(next).Begin(cohort, omar, await EvidenceFigures.OfAsync(grains, cohort, words)));

    /// <summary>Ticks what was followed by now.</summary>
    public async Task Follow(string next)
    {
        foreach (var (number, finding) in All.Index().Where(finding => finding.Item.Acted is not null))
        {
            DemoStage.Need(await grains.Phase(next).Tick(Id(number), ines, finding.Acted!));
        }
    }

    private string Id(int number) => DemoTalk.Id($"{cohort}/finding/{number}");
}
