using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CohortCourses.Grains.Cohorts;
using CohortCourses.Grains.Documents;
using CohortCourses.Grains.Learners;
using CohortCourses.Grains.People;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Grains.Documents;

/// <summary>What a pilot stored yesterday is read today, and nothing of it is lost.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> AllFiles => [.. GoldenDocuments.Files];

    public static TheoryData<string> NewestFiles => [.. GoldenDocuments.Files.Where(file => file == NewestOf(GoldenDocuments.Name(file)))];

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Document_OfAnyVersion_CanBeRead(string file) =>
        Assert.NotNull(GoldenDocuments.Serializer.Deserialize(TypeOf(file), GoldenDocuments.Read(file)));

    [Theory]
    [MemberData(nameof(NewestFiles))]
    public void Document_WhenWrittenAgain_IsTheSame(string file)
    {
        var type = TypeOf(file);

        AssertSame(GoldenDocuments.Json(file), GoldenDocuments.Write(type, GoldenDocuments.Serializer.Deserialize(type, GoldenDocuments.Read(file))));
    }

    [Theory]
    [MemberData(nameof(NewestFiles))]
    public void GoldenData_OfTheNewestVersion_HasEveryMember(string file)
    {
        var names = Names(GoldenDocuments.Json(file)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Members(TypeOf(file), []).Except(names, StringComparer.Ordinal));
    }

    [Fact]
    public void Cohort_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Cohorts.Cohort, CohortDocument>("cohort", json =>
        json["is"]!["zoneData"] = Domain.Cohorts.Zones.DatabaseVersion); // says with which database it was written

    [Fact]
    public void Announcements_ThroughTheDomainAndBack_LoseNothing() => AssertRoundTrip<Domain.Cohorts.NoticeBoard, NoticeBoardDocument>("announcements");

    [Fact]
    public void Learner_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.Learners.Learner, LearnerDocument>("learner");

    [Fact]
    public void Invitation_ThroughTheDomainAndBack_LosesNothing() => AssertRoundTrip<Domain.People.Invitation, InvitationDocument>("invitation");

    private static void AssertRoundTrip<TState, TDocument>(string name, Action<JsonNode>? butFor = null)
        where TDocument : class, IDocument<TState, TDocument>
    {
        var file = NewestOf(name);
        var expected = GoldenDocuments.Json(file);
        butFor?.Invoke(expected);

        AssertSame(expected, GoldenDocuments.Write(TDocument.From(GoldenDocuments.Load<TDocument>(file).ToState())));
    }

    private static void AssertSame(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected.ToJsonString()}\nbut got  {actual.ToJsonString()}");

    private static Type TypeOf(string file) => GoldenDocuments.Catalog.Types[GoldenDocuments.Name(file)];

    private static string NewestOf(string name)
    {
        var document = (DocumentAttribute)Attribute.GetCustomAttribute(GoldenDocuments.Catalog.Types[name], typeof(DocumentAttribute))!;
        return $"{name}.v{document.Version.ToString(CultureInfo.InvariantCulture)}.json";
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
