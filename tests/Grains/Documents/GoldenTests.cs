using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortCourses.Grains.Cohorts;
using CohortCourses.Grains.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Grains.Evaluation;
using CohortCourses.Grains.Feedback;
using CohortCourses.Grains.Learners;
using CohortCourses.Grains.Mail;
using CohortCourses.Grains.People;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Grains.Documents;

/// <summary>What a pilot stored yesterday is read today, and nothing of it is lost.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> AllFiles => [.. GoldenDocuments.Files];

    public static TheoryData<string> AllNames => [.. GoldenDocuments.Catalog.Types.Keys];

    public static TheoryData<string> NewestFiles => [.. GoldenDocuments.Catalog.Types.Keys.SelectMany(NewestOf)];

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Document_OfAnyVersion_CanBeRead(string file) =>
        Assert.NotNull(GoldenDocuments.Serializer.Deserialize(TypeOf(file), GoldenDocuments.Read(file)));

    [Theory]
    [MemberData(nameof(NewestFiles))]
    public void Document_WhenWrittenAgain_LosesNothing(string file)
    {
        var type = TypeOf(file);

        AssertKept(GoldenDocuments.Json(file), GoldenDocuments.Write(type, GoldenDocuments.Serializer.Deserialize(type, GoldenDocuments.Read(file))));
    }

    /// <summary>A member that a version gained later comes with a further file, such as <c>cohort.v1-seats.json</c>.</summary>
    [Theory]
    [MemberData(nameof(AllNames))]
    public void GoldenData_OfTheNewestVersion_HasEveryMember(string name)
    {
        var members = NewestOf(name).SelectMany(file => Names(GoldenDocuments.Json(file)));

        Assert.Equal([], Members(TypeOf(name), []).Except(members, StringComparer.Ordinal));
    }

    [Fact]
    public void Cohort_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Cohorts.Cohort, CohortDocument>("cohort", json =>
        json["is"]!["zoneData"] = Domain.Cohorts.Zones.DatabaseVersion); // says with which database it was written

    [Fact]
    public void Announcements_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Cohorts.NoticeBoard, NoticeBoardDocument>("announcements");

    [Fact]
    public void Learner_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Learners.Learner, LearnerDocument>("learner");

    [Fact]
    public void Outbox_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Mail.Outbox, OutboxDocument>("outbox");

    [Fact]
    public void Mailbox_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.People.Mailbox, MailboxDocument>("mailbox");

    [Fact]
    public void Invitation_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.People.Invitation, InvitationDocument>("invitation");

    [Fact]
    public void Thread_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Discussion.Thread, ThreadDocument>("thread");

    [Fact]
    public void Posts_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Discussion.PostPage, PostPageDocument>("posts");

    [Fact]
    public void Reactions_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Discussion.Reactions, ReactionsDocument>("reactions");

    [Fact]
    public void Discussion_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Discussion.DiscussionList, DiscussionDocument>("discussion");

    [Fact]
    public void Forms_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Feedback.FormList, FormsDocument>("forms");

    [Fact]
    public void Voice_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Discussion.Voice, VoiceDocument>("voice");

    [Fact]
    public void Cases_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Moderation.Case, CohortCourses.Grains.Moderation.CaseDocument>("case");

    [Fact]
    public void Moderation_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Moderation.ModerationBook, CohortCourses.Grains.Moderation.ModerationDocument>("moderation", json =>
        json["is"]!["pending"]!.AsObject().Remove("takenBack")); // what is pending was not taken back

    [Fact]
    public void ModerationLog_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Moderation.LogPage, CohortCourses.Grains.Moderation.LogPageDocument>("moderation-log");

    [Fact]
    public void Findings_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Evaluation.FindingList, FindingsDocument>("findings");

    [Fact]
    public void Finding_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Evaluation.Finding, FindingDocument>("finding");

    [Fact]
    public void Phase_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Evaluation.Phase, PhaseDocument>("phase");

    [Fact]
    public void Codebook_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Evaluation.Codebook, CodebookDocument>("codebook");

    [Fact]
    public void CodingDesk_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Evaluation.CodingDesk, CodingDeskDocument>("coding-desk");

    [Fact]
    public void Passages_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Evaluation.PassagePage, PassagesDocument>("passages");

    [Fact]
    public void ExportLog_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Evaluation.ExportLogPage, ExportLogDocument>("export-log");

    private static void AssertRoundTrip<TState, TDocument>(string name, Action<JsonNode>? butFor = null)
        where TDocument : class, IDocument<TState, TDocument> => Assert.All(NewestOf(name), file =>
    {
        var expected = GoldenDocuments.Json(file);
        butFor?.Invoke(expected);

        AssertKept(expected, GoldenDocuments.Write(TDocument.From(GoldenDocuments.Load<TDocument>(file).ToState())));
    });

    private static void AssertKept(JsonNode golden, JsonNode written) =>
        Assert.True(IsKept(golden, written), $"Lost something of {golden.ToJsonString()}\nin              {written.ToJsonString()}");

    /// <summary>Whether all that is in one stands in the other, which may have more members.</summary>
    private static bool IsKept(JsonNode? golden, JsonNode? written) => (golden, written) switch
    {
        (JsonObject before, JsonObject after) => before.All(member => after.TryGetPropertyValue(member.Key, out var kept) && IsKept(member.Value, kept)),
        (JsonArray before, JsonArray after) => before.Count == after.Count && before.Zip(after).All(pair => IsKept(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(golden, written),
    };

    private static Type TypeOf(string file) => GoldenDocuments.Catalog.Types[GoldenDocuments.Name(file)];

    private static IEnumerable<string> NewestOf(string name)
    {
        var document = (DocumentAttribute)Attribute.GetCustomAttribute(GoldenDocuments.Catalog.Types[name], typeof(DocumentAttribute))!;
        var version = $"{name}.v{document.Version.ToString(CultureInfo.InvariantCulture)}";
        return GoldenDocuments.Files.Where(file => file == $"{version}.json" || file.StartsWith($"{version}-", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };

    /// <summary>The names of all members of a stored type, and of the stored types in it.</summary>
    private static IEnumerable<string> Members(Type type, HashSet<Type> seen) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(part => Members(part, seen))
        : type.Namespace?.StartsWith("CohortCourses", StringComparison.Ordinal) == true && !type.IsEnum && seen.Add(type)
            ? type.GetProperties().SelectMany(member => Members(member.PropertyType, seen).Prepend(JsonNamingPolicy.CamelCase.ConvertName(member.Name)))
        : [];
}
