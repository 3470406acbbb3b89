using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Benchmarks.Feedback;

/// <summary>Doors for a cohort of any size that is asked something: <c>POST /crowd?people=n</c> makes it and tells everyone's access token, <c>POST /push</c> opens a form.</summary>
internal static class Crowd
{
    public const string Cohort = "crowd";

    public static void MapCrowd(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/crowd", MakeAsync).WithMetadata(new OpenToAll());
        routes.MapPost("/push", PushAsync).WithMetadata(new OpenToAll());
    }

    private static async Task<IResult> MakeAsync(IGrainFactory grains, IServiceProvider services, TimeProvider clock, int people)
    {
        await grains.Cohort(Cohort).Create(new("building-partnerships", "Crowd", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(1)), new(9, 0), "Etc/UTC", people));
        await grains.Catalog().Add(new(Cohort, "building-partnerships"));
        var tokens = new string[people];
        await Parallel.ForAsync(0, people, async (number, _) =>
        {
            await using var scope = services.CreateAsyncScope();
            var name = string.Create(CultureInfo.InvariantCulture, $"person-{number:00000}");
            var made = await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(name, null, new("en", "Etc/UTC"), false, null);
            var account = made.Account ?? throw new InvalidOperationException(made.Outcome.Code);
            await grains.Learner(account.Learner).Join(new(Cohort, name, CohortRole.Participant, null));
            tokens[number] = Secrets.Make();
            await grains.Secret(Secrets.Hash(tokens[number])).Issue(new(SecretKind.AccessToken, account.NormalisedName, account.Learner, Cohort: null, ExpiresAt: null));
        });
        return Results.Json(tokens);
    }

    private static async Task<IResult> PushAsync(IGrainFactory grains, TimeProvider clock, FormLevel level)
    {
        var text = ImmutableSortedDictionary<string, string>.Empty.Add("en", "How is the pace?");
        var levels = Enumerable.Range(1, 3).Select(number => ImmutableSortedDictionary<string, string>.Empty.Add("en", number.ToString(CultureInfo.InvariantCulture))).ToImmutableArray();
        var form = new FormDefinition($"pulse-{level}".ToLowerInvariant(), FormKind.Pulse, level, "en", text, null, 1,
            [new("pace", QuestionKind.Scale, text, "0123456789ab") { Levels = levels }, new("why", QuestionKind.Long, text, "1123456789ab")]);
        var reply = await grains.Forms(Cohort).Open(new(Guid.CreateVersion7().ToString(), form, null, clock.GetUtcNow().AddDays(1), "host"));
        return reply.Outcome.Accepted ? Results.Text(reply.Form) : Results.Conflict(reply.Outcome.Code);
    }
}
