using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

public sealed record NewInvitationRequest
{
    [Required, Description("Made by who asks. The same id again is the same invitation.")]
    public Guid? Id { get; init; }

    [Required, Description("What whoever accepts becomes. Instructors invite participants and mentors; organisers anyone.")]
    public CohortRole? Role { get; init; }

    [Description("A track of the course, or none.")]
    public string? Track { get; init; }

    [Required, Description("1 for a single person, up to 500 for an open link.")]
    public int? MostUses { get; init; }

    [Required, Description("In the future, within a year.")]
    public DateTimeOffset? ExpiresAt { get; init; }
}

public sealed record Invitation(
    Guid Id,
    CohortRole Role,
    string? Track,
    int MostUses,
    int Uses,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    [property: Description("Why it can't be used any more, such as invitation.expired; null while it can.")] string? Problem,
    [property: Description("Where to accept it. Told once, when it is made; the server keeps only a hash.")] Uri? Link);

/// <summary>Invites people.</summary>
internal static class InvitationApi
{
    public static void MapInvitationApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts/{cohort}/invitations", Invite).WithName("createInvitation").WithTags("People")
            .WithSummary("Make an invitation")
            .WithDescription("For instructors and organisers. The same id again answers 200 with the invitation and without its link, which is told once only; it never makes a second one.")
            .Produces<Invitation>(StatusCodes.Status201Created).Produces<Invitation>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);

    private static async Task<IResult> Invite(HttpContext context, IGrainFactory grains, Reader reader, NewInvitationRequest asked)
    {
        var access = context.Cohort();
        var fields = new Fields(reader.Words);
        var invitation = new NewInvitation(
            fields.Required("id", asked.Id).ToString(),
            access.Slug,
            fields.Required("role", asked.Role),
            asked.Track,
            fields.Required("mostUses", asked.MostUses),
            fields.Required("expiresAt", asked.ExpiresAt));
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        if (!access.Manages(invitation.Role))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (invitation.Track is { } track && !access.Cohort.Tracks.Contains(track))
        {
            return Problem.Of(reader, new Outcome("cohort.track", Outcome.Ok.Args.Add("track", track)), "track");
        }

        return await IssueAsync(context, grains, reader, invitation);
    }

    /// <summary>
    /// Makes the invitation before its id is claimed for it. Of two requests that race with one id the claim lets one win; what the
    /// other made is taken back, and nobody was told its link.
    /// </summary>
    private static async Task<IResult> IssueAsync(HttpContext context, IGrainFactory grains, Reader reader, NewInvitation invitation)
    {
        var book = grains.InvitationBook(invitation.Cohort);
        if (await book.Find(invitation.Id) is { } known)
        {
            return Results.Ok(Show(known, link: null));
        }

        var token = Secrets.Make();
        var grain = grains.Invitation(Secrets.Hash(token));
        if (await grain.Issue(invitation) is { Accepted: false } refused)
        {
            return Problem.Of(reader, refused, refused.Code switch { "invitation.uses" => "mostUses", "invitation.expiry" => "expiresAt", _ => null });
        }

        var claim = await book.Claim(invitation.Id, Secrets.Hash(token), invitation.ExpiresAt);
        if (!claim.Accepted)
        {
            await grain.Revoke();
            return claim.Code == "invitation.exists" && await book.Find(invitation.Id) is { } first
                ? Results.Ok(Show(first, link: null))
                : Problem.Of(reader, claim);
        }

        var request = context.Request;
        var link = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/join/{token}");
        return Results.Json(Show((await grain.Get())!, link), statusCode: StatusCodes.Status201Created);
    }

    private static Invitation Show(InvitationView made, Uri? link) =>
        new(Guid.Parse(made.Id), made.Role, made.Track, made.MostUses, made.Uses, made.CreatedAt, made.ExpiresAt, made.Problem, link);
}
