using System.Collections.Immutable;
using System.Net.WebSockets;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Web.Live;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Startup;

namespace CohortCourses.Tests.Web.Policy;

/// <summary>Every role tries every door, and gets what the table says. Nobody sends what a door needs to act, so nothing changes.</summary>
public sealed class RoleWalkTests
{
    private const string Course = "safer-communities";

    private static readonly (Role Role, CohortRole? InSpring)[] Roles =
    [
        (new("anonymous", Who.Anyone), null),
        (new("outsider", Who.SignedIn), null),
        (new("participant", Who.Participant), CohortRole.Participant),
        (new("mentor", Who.Mentor), CohortRole.Mentor),
        (new("instructor", Who.Instructor), CohortRole.Instructor),
        (new("evaluator", Who.Evaluator), CohortRole.Evaluator),
        (new("organiser", Who.Organiser), null),
    ];

    /// <summary>
    /// Doors that answer "not found" themselves: there is nothing to explain, and no such cohort anywhere; or a case is for whoever it went to, and
    /// that is walked in Moderation/CaseDoorsTests; or a picture that there is not.
    /// </summary>
    private static readonly string[] AnswerNotFoundThemselves = ["/error", "/api/error", "/c/{cohort}/moderate/cases/{case}", "/api/v1/cohorts/{cohort}/moderation/cases/{case}/acts", "/c/{cohort}/evaluate/pictures/{picture}.svg"];

    [Fact]
    public async Task EveryDoor_ForEveryRole_OpensAsTheTableSays()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitors = await VisitorsAsync(pilot);
        var samples = await SamplesAsync(pilot, visitors["participant"]);
        pilot.Clock.Advance(TimeSpan.FromDays(8));
        var wrong = new List<string>();
        foreach (var row in PilotServer.Policies.Rows.Where(row => row.Method is not PolicyHubFilter.Method && !AnswerNotFoundThemselves.Contains(row.Route, StringComparer.Ordinal)))
        {
            foreach (var (role, _) in Roles)
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(row.Method == "CONNECT" ? "GET" : row.Method), Address(row, samples));
                using var response = await visitors[role.Name].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                if (Verdicts.Promised(row, role) is var promised && Verdicts.Shown(response) is var shown && promised != shown)
                {
                    wrong.Add($"{Door.Of(row)}: {role.Name} was promised {promised} and got {shown} ({(int)response.StatusCode})");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private const string Thread = "01933333-0000-7000-8000-000000000001";

    /// <summary>A post that its author may withdraw: everything else stays as it is for who comes next.</summary>
    private const string Spare = "01933333-0000-7000-8000-000000000002";

    [Fact]
    public async Task EveryHubMethod_ForEveryRole_OpensAsTheTableSays()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitors = await VisitorsAsync(pilot);
        await TalkAsync(pilot, visitors["participant"]);
        foreach (var row in PilotServer.Policies.Rows.Where(row => row.Method == PolicyHubFilter.Method))
        {
            foreach (var (role, _) in Roles)
            {
                // Who may not call a hub method learns no more than that there is none.
                var promised = Verdicts.Promised(row, role) is Verdict.Forbidden ? Verdict.NotFound : Verdicts.Promised(row, role);
                Assert.Equal((role.Name, promised), (role.Name, await CallAsync(pilot, visitors[role.Name], row.Route)));
            }
        }
    }

    /// <summary>A calendar's secret link opens one door in one cohort, and no other.</summary>
    [Fact]
    public async Task EveryDoor_ForACalendarLink_IsShutButTheCalendars()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitors = await VisitorsAsync(pilot);
        var samples = await SamplesAsync(pilot, visitors["participant"]);
        var key = Secrets.Make();
        await pilot.Grains.Secret(Secrets.Hash(key)).Issue(
            new(SecretKind.Calendar, visitors["participant"].Account!.NormalisedName, visitors["participant"].Learner, "spring", ExpiresAt: null));
        var opened = new List<string>();
        foreach (var row in PilotServer.Policies.Rows.Where(row => row.Method is "GET" && !row.Who.HasFlag(Who.Anyone)))
        {
            using var response = await visitors["anonymous"].Http.GetAsync($"{Address(row, samples)}?{CohortCourses.Web.Calendar.CalendarKey.Field}={key}", TestContext.Current.CancellationToken);
            if (Verdicts.Shown(response) == Verdict.Pass)
            {
                opened.Add(row.Route);
            }
        }

        Assert.Equal(PilotServer.Policies.Rows.Where(row => row.Who.HasFlag(Who.CalendarKey)).Select(row => row.Route), opened);
        Assert.Equal("/api/v1/cohorts/{cohort}/calendar.ics", Assert.Single(opened));
    }

    private static async Task<Verdict> CallAsync(TestPilot pilot, Visitor visitor, string method)
    {
        object?[] arguments = method switch
        {
            "Watch" => ["spring", null, null],
            "Look" => ["spring", "discussion", true],
            "Typing" => ["spring", Thread],
            _ => throw new NotSupportedException($"This test does not know how to call {method}; teach it."),
        };
        try
        {
            await using var client = await LiveClient.ConnectAsync(pilot, visitor);
            if (method == "Typing")
            {
                await client.CallAsync("Look", "spring", Thread, true);
            }

            await client.CallAsync(method, arguments);
            return Verdict.Pass;
        }
        catch (RefusedException refused)
        {
            Assert.True(refused.Message.EndsWith("not-found", StringComparison.Ordinal), $"{visitor.Account?.SignInName}: {refused.Message}");
            return Verdict.NotFound;
        }
        catch (WebSocketException)
        {
            return Verdict.SignIn;
        }
    }

    private static async Task<Dictionary<string, Visitor>> VisitorsAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var visitors = new Dictionary<string, Visitor>(StringComparer.Ordinal) { ["anonymous"] = pilot.Visit() };
        foreach (var (role, inSpring) in Roles.Where(one => one.Role.Who != Who.Anyone))
        {
            visitors[role.Name] = role.Who == Who.Organiser
                ? await pilot.OrganiserAsync()
                : await pilot.JoinAsync(role.Name, inSpring is null ? "autumn" : "spring", inSpring ?? CohortRole.Participant);
        }

        return visitors;
    }

    /// <summary>Something that exists for each place in a route.</summary>
    private static async Task<Dictionary<string, string>> SamplesAsync(TestPilot pilot, Visitor participant) => new(StringComparer.Ordinal)
    {
        ["{cohort}"] = "spring",
        ["{course}"] = Course,
        ["{week:int}"] = "1",
        ["{learner}"] = participant.Learner,
        ["{**path}"] = Media(),
        ["{token}"] = await pilot.InviteAsync("spring", uses: 100),
        ["{documentName}"] = "v1",
        ["{thread}"] = Thread,
        ["{case}"] = "none",
        ["{picture}"] = "none",
        ["{code}"] = "23456-789AB-CDEFG-HJKLM",
        ["{thread:guid}"] = Thread,
        ["{post:guid}"] = await TalkAsync(pilot, participant),
        ["{kind}"] = "thanks",
        ["{finding:guid}"] = await FindingAsync(pilot),
        ["{form}"] = await FormAsync(pilot),
        ["{table}"] = "completion",
        ["{question}"] = "why",
        ["{code:guid}"] = await CodeAsync(pilot),
    };

    private static async Task<string> CodeAsync(TestPilot pilot)
    {
        Assert.True((await pilot.Grains.Codebook("spring").Add(Thread, "somebody", new("Pace"))).Accepted);
        return Thread;
    }

    private static async Task<string> FindingAsync(TestPilot pilot)
    {
        Assert.True((await pilot.Grains.Findings("spring").Write(Thread, "somebody", new("Week 3 is long.", "", null))).Accepted);
        return Thread;
    }

    /// <summary>Opens a form whose results everyone may see, by its name.</summary>
    private static async Task<string> FormAsync(TestPilot pilot)
    {
        var text = ImmutableSortedDictionary<string, string>.Empty.Add("en", "Why?");
        var opened = await pilot.Grains.Forms("spring").Open(new(
            Thread, new("why", FormKind.Pulse, FormLevel.Confidential, "en", text, null, 1, [new("why", QuestionKind.Long, text, "0123456789ab")]), 1, pilot.Clock.Now.AddDays(30), "ines"));
        Assert.True((await pilot.Grains.Forms("spring").ShowResults(opened.Form!, shown: true)).Accepted);
        return opened.Form!;
    }

    /// <summary>Begins the thread of this test, by the id of its first post.</summary>
    private static async Task<string> TalkAsync(TestPilot pilot, Visitor participant)
    {
        Assert.True((await pilot.Grains.Voice("spring", participant.Learner).Start(new(Thread, 1, "Hello", ThreadKind.Talk, Audience.Cohort, new(Thread, "Hello")))).Accepted);
        Assert.True((await pilot.Grains.Voice("spring", participant.Learner).Post(Thread, new(Spare, "Again"))).Outcome.Accepted);
        return Thread;
    }

    private static string Media()
    {
        var course = Path.Combine(ContentFolder.Find()!, Course);
        return Path.GetRelativePath(course, Directory.EnumerateFiles(course, "*.svg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
    }

    private static string Address(PolicyRow row, Dictionary<string, string> samples)
    {
        var path = samples.Aggregate(row.Route, (route, sample) => route.Replace(sample.Key, sample.Value, StringComparison.Ordinal));
        if (row.Method == "DELETE" && row.Route.EndsWith("{post:guid}", StringComparison.Ordinal))
        {
            path = path.Replace($"posts/{Thread}", $"posts/{Spare}", StringComparison.Ordinal);
        }

        Assert.False(path.Contains('{', StringComparison.Ordinal), $"This test has no sample for {path}.");
        return row.Handler is null ? path : $"{path}?handler={row.Handler}";
    }
}
