using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.Api;

/// <summary>Making cohorts and invitations.</summary>
public sealed class MakingTests
{
    private static readonly object Plan = new { id = "spring", course = "building-partnerships", firstDay = "2027-02-08", releaseTime = "09:00", zone = "Africa/Nairobi", seats = 20 };

    [Fact]
    public async Task Cohort_MadeTwice_IsMadeOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());

        var made = await client.PostAsync("cohorts", Plan);
        var again = await client.PostAsync("cohorts", Plan);
        var other = await client.PostAsync("cohorts", new { id = "spring", course = "building-partnerships", firstDay = "2027-02-09", releaseTime = "09:00", zone = "Africa/Nairobi", seats = 20 });

        Assert.Equal((201, "/api/v1/cohorts/spring"), (made.Status, made.Location));
        Assert.Equal("spring", made["name"].GetString());
        Assert.Equal("09:00:00", made["releaseTime"].GetString());
        Assert.Equal((200, made.Body), (again.Status, again.Body));
        Assert.Equal("cohort.exists", other.Code(409));
        Assert.Equal(["spring"], (await client.GetAsync("cohorts"))["items"].EnumerateArray().Select(cohort => cohort.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("id", "\"Spring Term\"", "cohort.address")]
    [InlineData("course", "\"juggling\"", "course.unknown")]
    [InlineData("firstDay", "\"2027-01-31\"", "cohort.past-start")]
    [InlineData("zone", "\"Africa/Atlantis\"", "cohort.zone")]
    [InlineData("seats", "0", "cohort.seats")]
    [InlineData("seats", "10001", "cohort.seats")]
    [InlineData("name", "\"This name is far too long, for it has many more letters than the sixty that it may have\"", "cohort.name")]
    [InlineData("id", "null", "request.invalid")]
    [InlineData("releaseTime", "null", "request.invalid")]
    [InlineData("firstDay", "\"9999-12-31\"", "request.invalid")]
    public async Task Cohort_WithAFieldThatWontDo_IsRefusedWithThatField(string field, string value, string code)
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());

        var answer = await client.PostTextAsync("cohorts", With(field, value));

        Assert.Equal(code, answer.Code(422));
        Assert.Equal(field, Assert.Single(answer["errors"].EnumerateObject()).Name);
        Assert.Empty(await pilot.Grains.Catalog().Cohorts());
    }

    [Theory]
    [InlineData("{", 400, "request.malformed", null)]
    [InlineData("", 400, "request.malformed", null)]
    [InlineData("null", 400, "request.malformed", null)]
    [InlineData("[]", 400, "request.malformed", null)]
    [InlineData("""{"id":"spring","surprise":1}""", 400, "request.malformed", "surprise")]
    [InlineData("""{"id":"spring","id":"autumn"}""", 400, "request.malformed", "id")]
    [InlineData("""{"seats":"20"}""", 400, "request.malformed", "seats")]
    [InlineData("""{"firstDay":"8 February 2027"}""", 400, "request.malformed", "firstDay")]
    public async Task Cohort_FromJsonThatCantBeRead_IsRefusedAndSaysWhere(string body, int status, string code, string? field)
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());

        var answer = await client.PostTextAsync("cohorts", body);

        Assert.Equal(code, answer.Code(status));
        Assert.Equal(field, answer.Json.TryGetProperty("errors", out var errors) ? Assert.Single(errors.EnumerateObject()).Name : null);
    }

    [Fact]
    public async Task Cohort_OfTheWrongTypeOrSizeOrMethod_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());

        Assert.Equal("request.media-type", (await client.PostTextAsync("cohorts", With("seats", "20"), "text/plain")).Code(415));
        Assert.Equal("request.too-large", (await client.PostTextAsync("cohorts", With("name", $"\"{new string('a', 65 * 1024)}\""))).Code(413));
        Assert.Equal("request.method", (await client.DeleteAsync("cohorts")).Code(405));
        Assert.Empty(await pilot.Grains.Catalog().Cohorts());
    }

    [Fact]
    public async Task Cohort_MadeBySomeoneElseThanTheOrganiser_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("autumn");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "autumn", CohortRole.Instructor));

        Assert.Equal("resource.unknown", (await client.PostAsync("cohorts", Plan)).Code(404));
        Assert.Null(await pilot.Grains.Cohort("spring").Get());
    }

    [Fact]
    public async Task Invitation_MadeTwice_IsMadeOnceAndItsLinkIsToldOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor));
        var asked = Ask(CohortRole.Participant);

        var made = await client.PostAsync("cohorts/spring/invitations", asked);
        var again = await client.PostAsync("cohorts/spring/invitations", asked);

        Assert.Equal((201, 200), (made.Status, again.Status));
        Assert.Null(again["link"].GetString());
        Assert.Equal(made["id"].GetString(), again["id"].GetString());
        var token = new Uri(made["link"].GetString()!).AbsolutePath["/join/".Length..];
        Assert.Equal("spring", (await pilot.Grains.Invitation(Secrets.Hash(token)).Get())?.Cohort);
        Assert.Single(await pilot.Grains.InvitationBook("spring").List());
    }

    [Fact]
    public async Task Invitation_MadeManyTimesAtOnce_IsToldToOneCallerAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor));
        var asked = Ask(CohortRole.Participant);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.PostAsync("cohorts/spring/invitations", asked)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(11, answers.Count(answer => answer.Status == 200));
        Assert.Single(await pilot.Grains.InvitationBook("spring").List());
    }

    [Fact]
    public async Task Invitation_IntoATeam_IsTheOrganisersToMake()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var instructor = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("ines", "spring", CohortRole.Instructor));
        using var participant = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        using var organiser = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());

        Assert.Equal(201, (await instructor.PostAsync("cohorts/spring/invitations", Ask(CohortRole.Mentor))).Status);
        Assert.Equal("role.insufficient", (await instructor.PostAsync("cohorts/spring/invitations", Ask(CohortRole.Evaluator))).Code(403));
        Assert.Equal("role.insufficient", (await participant.PostAsync("cohorts/spring/invitations", Ask(CohortRole.Participant))).Code(403));
        Assert.Equal(201, (await organiser.PostAsync("cohorts/spring/invitations", Ask(CohortRole.Evaluator))).Status);
    }

    [Theory]
    [InlineData("mostUses", 0, "invitation.uses")]
    [InlineData("mostUses", 501, "invitation.uses")]
    [InlineData("expiresAt", "2027-01-31T00:00:00Z", "invitation.expiry")]
    [InlineData("track", "no-such-track", "cohort.track")]
    [InlineData("role", null, "request.invalid")]
    public async Task Invitation_WithAFieldThatWontDo_IsRefusedWithThatField(string field, object? value, string code)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());
        Dictionary<string, object?> asked = new(StringComparer.Ordinal)
        {
            ["id"] = Guid.CreateVersion7(), ["role"] = "participant", ["mostUses"] = 1, ["expiresAt"] = "2027-03-01T00:00:00Z", [field] = value,
        };

        var answer = await client.PostAsync("cohorts/spring/invitations", asked);

        Assert.Equal(code, answer.Code(422));
        Assert.Equal(field, Assert.Single(answer["errors"].EnumerateObject()).Name);
        Assert.Empty(await pilot.Grains.InvitationBook("spring").List());
    }

    private static object Ask(CohortRole role) =>
        new { id = Guid.CreateVersion7(), role = role.ToString().ToLowerInvariant(), mostUses = 1, expiresAt = "2027-03-01T00:00:00Z" };

    private static string With(string field, string value)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["id"] = "\"spring\"", ["course"] = "\"building-partnerships\"", ["firstDay"] = "\"2027-02-08\"", ["releaseTime"] = "\"09:00\"", ["zone"] = "\"Africa/Nairobi\"", ["seats"] = "20",
        };
        fields[field] = value;
        return $"{{{string.Join(',', fields.Select(one => $"\"{one.Key}\":{one.Value}"))}}}";
    }
}
