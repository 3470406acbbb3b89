namespace CohortCourses.Tests.House.Grains;

/// <summary>No grain waits for one above it, so no two can wait for each other. The same in words stands in silo/README.md.</summary>
public sealed class CallGraphTests
{
    /// <summary>Who may wait for whom: voice, then learner or the list of a week, then thread, then its pages; learner, then cohort, then course.</summary>
    private static readonly (string From, string Grain)[] Waits =
    [
        ("LearnerGrain", "ICohortGrain"),
        ("LearnerGrain", "IFormsGrain"),
        ("CohortGrain", "ICourseGrain"),
        ("InvitationBookGrain", "IInvitationGrain"),
        ("VoiceGrain", "ILearnerGrain"),
        ("VoiceGrain", "IDiscussionGrain"),
        ("VoiceGrain", "IThreadGrain"),
        ("DiscussionGrain", "IThreadGrain"),
        ("ThreadGrain", "IPostPageGrain"),
        ("ThreadGrain", "IReactionsGrain"),
        ("PostPageGrain", "IPostHistoryGrain"),
        ("ComparisonGrain", "IPhaseGrain"),
        ("ComparisonGrain", "IEvaluationGrain"),
        ("EvaluationGrain", "ICohortGrain"),
        ("Gathering", "ICohortGrain"),
        ("Gathering", "ILearnerGrain"),
        ("Gathering", "IVoiceGrain"),
        ("Gathering", "IDiscussionGrain"),
        ("KeptFigures`1", "IKeptPageGrain"),
        ("FormGathering", "IFormsGrain"),
        ("FormGathering", "IFormGrain"),
        ("Gathering", "IFormsGrain"),
        ("FormsGrain", "IFormGrain"),
        ("FormGrain", "ICohortGrain"),
        ("FormGrain", "IResponsePageGrain"),
        ("FormGrain", "IBallotPageGrain"),
        ("KeyedAnswers", "IResponsePageGrain"),
        ("AnonymousAnswers", "IBallotPageGrain"),
        ("AnonymousAnswers", "IReceiptPageGrain"),
        ("ModerationGrain", "ICaseGrain"),
        ("ModerationGrain", "ILogPageGrain"),
        ("ModerationGrain", "ICohortGrain"),
        ("ModerationGrain", "ICatalogGrain"),
        ("ModerationGrain", "IThreadGrain"),
        ("ModerationGrain", "IDiscussionGrain"),
        ("ModerationGrain", "IVoiceGrain"),
        ("ModerationGrain", "ILearnerGrain"),
        ("PhaseGrain", "ICohortGrain"),
        ("PhaseGrain", "IFindingsGrain"),
        ("PhaseGrain", "IFindingGrain"),
        ("FindingsGrain", "IFindingGrain"),
        ("CodingDeskGrain", "ICodebookGrain"),
        ("CodingDeskGrain", "IFindingsGrain"),
        ("CodingDeskGrain", "IExportsGrain"),
        ("CodingSources", "IExportsGrain"),
        ("CodingSources", "IFormsGrain"),
        ("CodingTexts", "IExportsGrain"),
        ("CodingTexts", "IFormGrain"),
        ("CodingDeskGrain", "ICodingGrain"),
        ("CodingGrain", "IPassagePageGrain"),
        ("ExportsGrain", "IExportLogPageGrain"),
        ("ExportRosters", "ICohortGrain"),
        ("ExportRosters", "ILearnerGrain"),
    ];

    /// <summary>Who may tell whom without waiting: news go to the feed.</summary>
    private static readonly (string From, string Grain)[] Tells =
    [
        ("CohortGrain", "ICohortFeedGrain"),
        ("NoticeBoardGrain", "ICohortFeedGrain"),
        ("ThreadGrain", "IDiscussionGrain"),
        ("ThreadGrain", "ICohortFeedGrain"),
        ("DiscussionGrain", "ICohortFeedGrain"),
        ("FormsGrain", "ICohortFeedGrain"),
        ("FormGrain", "ICohortFeedGrain"),
    ];

    [Fact]
    public void Calls_OfEveryGrain_AreInTheGraph() => Flaws.None(
        GrainCalls.Made
            .Where(call => !(call.OneWay ? Tells : Waits).Contains((call.From, call.Grain)))
            .Select(call => $"{call.From} {(call.OneWay ? "tells" : "waits for")} {call.Grain}.{call.Method}"),
        "Calls go one way: learner, cohort, course. If this one should, draw it in CallGraphTests and in silo/README.md.");

    [Fact]
    public void Graph_OfEveryCall_IsUsed() => Flaws.None(
        Waits.Except(Edges(oneWay: false)).Concat(Tells.Except(Edges(oneWay: true))).Select(edge => $"{edge.From} calls {edge.Grain} no more"),
        "Take the arrow out of CallGraphTests and silo/README.md.");

    [Fact]
    public void Graph_OfWhoWaits_HasNoCycle()
    {
        foreach (var (from, _) in Waits)
        {
            Walk(from, [from]);
        }

        void Walk(string grain, string[] path)
        {
            foreach (var (_, to) in Waits.Where(edge => edge.From == grain))
            {
                var next = to[1..];
                Assert.False(path.Contains(next, StringComparer.Ordinal), $"A cycle: {string.Join(" -> ", path)} -> {next}");
                Walk(next, [.. path, next]);
            }
        }
    }

    [Fact]
    public void References_BetweenGrains_AreMadeByTheirNamesInTheDomain() => Flaws.None(
        GrainCalls.Unnamed.Select(from => $"{from} calls GetGrain"),
        "CohortCourses.Contracts.GrainReferences gives each grain its name.");

    private static IEnumerable<(string From, string Grain)> Edges(bool oneWay) =>
        GrainCalls.Made.Where(call => call.OneWay == oneWay).Select(call => (call.From, call.Grain));
}
