using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Api;

public sealed class CohortApiTests
{
    [Fact]
    public async Task Cohorts_AreOnesOwn_AndForAnOrganiserAllOfThemInParts()
    {
        await using var pilot = await TestPilot.StartAsync();
        var organiser = await pilot.OrganiserAsync();
        for (var number = 0; number < 53; number++)
        {
            await pilot.CohortAsync($"cohort-{number:00}");
        }

        using var own = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "cohort-07"));
        using var all = await ApiClient.OfAsync(pilot, organiser);

        var mine = await own.GetAsync("cohorts");
        var first = await all.GetAsync("cohorts");
        var second = await all.GetAsync($"cohorts?cursor={first["next"].GetString()}");

        Assert.Equal(["cohort-07"], Ids(mine));
        Assert.Equal(Enumerable.Range(0, 53).Select(number => $"cohort-{number:00}"), [.. Ids(first), .. Ids(second)]);
        Assert.Equal(50, first["items"].GetArrayLength());
        Assert.Null(second["next"].GetString());
    }

    [Fact]
    public async Task Cohort_OneIsIn_TellsItsCalendarAndOnesPlace()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring", handle: "Wildflower"));

        var answer = await client.GetAsync("cohorts/spring");

        Assert.Equal("upcoming", answer["phase"].GetString());
        Assert.Equal("2027-02-08", answer["firstDay"].GetString());
        Assert.Equal(8, answer["weeks"].GetArrayLength());
        Assert.Equal("2027-02-08T06:00:00+00:00", answer["weeks"][0].GetProperty("opensAt").GetString());
        Assert.Equal("Wildflower", answer["me"].GetProperty("handle").GetString());
        Assert.Equal("participant", answer["me"].GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/people")]
    [InlineData("/weeks/1")]
    [InlineData("/calendar.ics")]
    public async Task Cohort_OneIsNotIn_AnswersByteForByteLikeOneThatDoesNotExist(string path)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("kenji", "autumn"));

        var existing = await client.GetAsync($"cohorts/spring{path}");
        var missing = await client.GetAsync($"cohorts/sprung{path}");

        Assert.Equal("resource.unknown", existing.Code(404));
        Assert.Equal(existing, missing);
    }

    [Fact]
    public async Task People_OfALargeCohort_ComeInPartsUnderTheirHandlesAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", seats: 100);
        var visitor = await pilot.JoinAsync("amina", "spring", handle: "Handle 0");
        for (var number = 1; number < 60; number++)
        {
            var learner = pilot.Grains.Learner($"learner-{number}");
            await learner.Register(TestPilot.Preferences);
            await learner.Join(new("spring", $"Handle {number}", CohortRole.Participant, Track: null));
        }

        using var client = await ApiClient.OfAsync(pilot, visitor);
        var first = await client.GetAsync("cohorts/spring/people");
        var second = await client.GetAsync($"cohorts/spring/people?cursor={first["next"].GetString()}");

        Assert.Equal(50, first["items"].GetArrayLength());
        Assert.Equal(10, second["items"].GetArrayLength());
        var handles = first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(person => person.GetProperty("handle").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(60, handles.Count);
        Assert.DoesNotContain("learner-", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Learner, first.Body + second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Me_WhenSignedIn_TellsPreferencesAndPlacesAndNothingOfTheVault()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring", handle: "Wildflower"));

        var answer = await client.GetAsync("me");

        Assert.Equal("Africa/Nairobi", answer["zone"].GetString());
        Assert.False(answer["organiser"].GetBoolean());
        Assert.Equal("Wildflower", Assert.Single(answer["places"].EnumerateArray()).GetProperty("handle").GetString());
        Assert.DoesNotContain("amina", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("cohorts")]
    [InlineData("cohorts/spring")]
    public async Task Anything_WithoutSigningIn_IsRefused(string path)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = ApiClient.Anonymous(pilot);

        Assert.Equal("sign-in.needed", (await client.GetAsync(path)).Code(401));
    }

    private static IEnumerable<string?> Ids(ApiAnswer answer) => answer["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
