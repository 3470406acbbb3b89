using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.Calendar;

public sealed class CalendarApiTests
{
    private const string Path = "cohorts/spring/calendar.ics";

    [Fact]
    public async Task Calendar_OfACohort_HasEachWeekAtItsInstantInTheCohortsZone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", zone: "Europe/Paris", firstDay: new(2027, 3, 1));
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring"));

        var answer = await client.GetAsync(Path);

        Assert.Equal((200, "text/calendar"), (answer.Status, answer.MediaType));
        var calendar = StrictReader.Read(answer.Body);
        var zone = new ReadZone(Assert.Single(calendar.All("VTIMEZONE")));
        var weeks = (await pilot.Grains.Cohort("spring").Get())!.Weeks;
        Assert.Equal(
            weeks.Select(week => week.OpensAt),
            calendar.All("VEVENT").Select(week => zone.Resolve(ReadZone.ReadLocal(week["DTSTART"].Value)).ToDateTimeOffset()));
        Assert.All(calendar.All("VEVENT"), week => Assert.EndsWith("T090000", week["DTSTART"].Value, StringComparison.Ordinal));
        Assert.StartsWith("Week 1:", calendar.All("VEVENT").First()["SUMMARY"].Text, StringComparison.Ordinal);
        Assert.Equal($"{pilot.Address}c/spring/week/1", calendar.All("VEVENT").First()["URL"].Value);
    }

    [Fact]
    public async Task Calendar_AfterChanges_KeepsEveryUidAndRaisesTheSequenceOfWhatMoved()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        var cohort = pilot.Grains.Cohort("spring");
        var before = Weeks(await client.GetAsync(Path));

        await cohort.Reschedule(new("a", ScheduleChangeKind.Move, 2, To: new(2027, 2, 16)), by: "x");
        var moved = Weeks(await client.GetAsync(Path));
        await cohort.Reschedule(new("b", ScheduleChangeKind.Skip, 4), by: "x");
        await cohort.Reschedule(new("c", ScheduleChangeKind.Shift, 7, Days: 7), by: "x");
        await cohort.Undo("a");
        var after = Weeks(await client.GetAsync(Path));

        Assert.Equal(before.Select(week => week["UID"].Value), after.Select(week => week["UID"].Value));
        Assert.Equal(8, before.Select(week => week["UID"].Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["0", "0", "0", "0", "0", "0", "0", "0"], before.Select(week => week["SEQUENCE"].Value));
        Assert.Equal(["0", "1", "0", "0", "0", "0", "0", "0"], moved.Select(week => week["SEQUENCE"].Value));
        Assert.Equal(["0", "4", "0", "2", "0", "0", "3", "3"], after.Select(week => week["SEQUENCE"].Value));
        Assert.Equal("20270216T090000", moved[1]["DTSTART"].Value);
        Assert.Equal(before[1]["DTSTART"].Value, after[1]["DTSTART"].Value);
        Assert.Equal("CANCELLED", after[3]["STATUS"].Value);
        Assert.All(after.Where(week => week != after[3]), week => Assert.Equal("CONFIRMED", week["STATUS"].Value));
    }

    [Fact]
    public async Task Calendar_OfAParticipant_NamesTheirOwnDatesInTheirLanguageAndNobody()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring", handle: "Wildflower", preferences: new("fr", "Asia/Tokyo"));
        await pilot.Grains.Learner(visitor.Learner).Extend("spring", 1, 3);
        using var client = await ApiClient.OfAsync(pilot, visitor);

        var answer = await client.GetAsync(Path);

        var first = Weeks(answer)[0];
        Assert.StartsWith("Semaine 1", first["SUMMARY"].Text, StringComparison.Ordinal);
        Assert.Contains("jeudi 18 février, 15:00 (Tokyo)", first["DESCRIPTION"].Text, StringComparison.Ordinal);
        foreach (var forbidden in new[] { "@", "mailto", "ATTENDEE", "ORGANIZER", "Wildflower", "amina", visitor.Learner })
        {
            Assert.DoesNotContain(forbidden, answer.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Calendar_ByItsLink_OpensForItsCohortAloneUntilItIsRevoked()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var visitor = await pilot.JoinAsync("amina", "spring", preferences: new("fr", "Africa/Nairobi"));
        await pilot.Grains.Learner(visitor.Learner).Join(new("autumn", "Amina", CohortRole.Participant, Track: null));
        var key = await KeyAsync(pilot, visitor, "spring");
        using var program = ApiClient.Anonymous(pilot);

        var opened = await program.GetAsync($"{Path}?key={key}");
        var elsewhere = await program.GetAsync($"cohorts/autumn/calendar.ics?key={key}");
        var page = await program.GetAsync($"cohorts/spring?key={key}");
        await pilot.Grains.Secret(Secrets.Hash(key)).Revoke();
        var revoked = await program.GetAsync($"{Path}?key={key}");

        Assert.StartsWith("Semaine 1", Weeks(opened)[0]["SUMMARY"].Text, StringComparison.Ordinal);
        Assert.Equal("resource.unknown", elsewhere.Code(404));
        Assert.Equal("sign-in.needed", page.Code(401));
        Assert.Equal("resource.unknown", revoked.Code(404));
        Assert.Equal("sign-in.needed", (await program.GetAsync(Path)).Code(401));
    }

    [Fact]
    public async Task Calendar_ByALinkOfSomeoneWhoLeft_IsNotThere()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        var key = await KeyAsync(pilot, visitor, "spring");
        await pilot.Grains.Learner(visitor.Learner).Leave("spring");
        using var program = ApiClient.Anonymous(pilot);

        Assert.Equal("resource.unknown", (await program.GetAsync($"{Path}?key={key}")).Code(404));
    }

    [Fact]
    public async Task Calendar_ByAnAccessTokenInPlaceOfItsKey_IsNotThere()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        var token = Secrets.Make();
        await pilot.Grains.Secret(Secrets.Hash(token)).Issue(new(SecretKind.AccessToken, visitor.Account!.NormalisedName, visitor.Learner, "spring", ExpiresAt: null));
        using var program = ApiClient.Anonymous(pilot);

        Assert.Equal("resource.unknown", (await program.GetAsync($"{Path}?key={token}")).Code(404));
    }

    [Fact]
    public async Task Calendar_WhenKeysAreGuessed_SlowsDown()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var program = ApiClient.Anonymous(pilot);

        var statuses = new List<int>();
        for (var guess = 0; guess < 40; guess++)
        {
            statuses.Add((await program.GetAsync($"{Path}?key={Secrets.Make()}")).Status);
        }

        Assert.Equal(404, statuses[0]);
        Assert.Equal(429, statuses[^1]);
    }

    [Fact]
    public async Task Calendar_AskedAgainWithItsTag_IsNotSentAgain()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        var first = await client.GetAsync(Path);
        pilot.Clock.Advance(TimeSpan.FromHours(6));

        Assert.Equal(304, (await client.GetAsync(Path, first.ETag)).Status);
    }

    private static async Task<string> KeyAsync(TestPilot pilot, Visitor visitor, string cohort)
    {
        var key = Secrets.Make();
        await pilot.Grains.Secret(Secrets.Hash(key)).Issue(new(SecretKind.Calendar, visitor.Account!.NormalisedName, visitor.Learner, cohort, ExpiresAt: null));
        return key;
    }

    private static List<Component> Weeks(ApiAnswer answer) => [.. StrictReader.Read(answer.Body).All("VEVENT")];
}
