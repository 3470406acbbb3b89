using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Learners;
using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Grains.Evaluation;

/// <summary>Gathers who stands in an export, and what rows may say of them.</summary>
internal static class ExportRosters
{
    private const int AtOnce = 256;

    public static async Task<ExportRoster> Of(IGrainFactory grains, string cohort, StudyKeys keys, string label)
    {
        var people = await Gather(grains, cohort);
        var inRows = ResearchRows.Of([.. people.Select(person => (person.Agrees, keys.Of("lot", person.Member.Learner)))]);
        var breakdowns = BreakdownsOf(people);
        var attributes = RowAttributes.Of(breakdowns.Offered, inRows).ToDictionary(attribute => attribute.Name);
        var rows = people.Index().Where(person => inRows[person.Index]).Select(person => new StudyPerson(
            person.Item.Member.Learner,
            keys.Of(label, person.Item.Member.Learner),
            keys.Of(StudyKeys.Coding, person.Item.Member.Learner),
            Value("track", person.Index),
            Value("language", person.Index),
            Value("region", person.Index)));
        return new(
            [.. rows.OrderBy(person => person.Key, StringComparer.Ordinal)],
            inRows.Count(inRow => !inRow),
            [.. new[] { "track", "language", "region" }.Where(name => !attributes.ContainsKey(name))]);

        string? Value(string name, int person) => attributes.GetValueOrDefault(name)?.ValueOf[person];
    }

    private static async Task<ImmutableArray<Traced>> Gather(IGrainFactory grains, string cohort)
    {
        var members = (await grains.Cohort(cohort).Roster()).Where(member => member.Role == CohortRole.Participant);
        var people = ImmutableArray.CreateBuilder<Traced>();
        foreach (var part in members.Chunk(AtOnce))
        {
            var progress = await Task.WhenAll(part.Select(member => grains.Learner(member.Learner).Progress(cohort)));
            people.AddRange(part.Zip(progress, (member, one) => new Traced(member, one)));
        }

        return people.ToImmutable();
    }

    private static Breakdowns BreakdownsOf(ImmutableArray<Traced> people)
    {
        return Breakdowns.Of(
        [
            Attribute("track", person => person.Member.Track),
            Attribute("language", person => person.Progress is { } known ? Participant.LanguageOf(known.Language) : null),
            Attribute("region", person => person.Progress is { } known ? Participant.RegionOf(known.Zone) : null),
        ]);

        Sorting Attribute(string name, Func<Traced, string?> of) =>
            Sorting.Unordered(name, [.. people.Select(person => of(person) ?? "").Distinct().Order(StringComparer.Ordinal)], people.Select(person => of(person) ?? ""));
    }

    private sealed record Traced(MemberView Member, ProgressView? Progress)
    {
        public bool Agrees => Progress?.Research == true;
    }
}
