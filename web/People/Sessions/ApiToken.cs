using System.Text.Encodings.Web;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CohortCourses.Web.People;

/// <summary>Personal access tokens: <c>Authorization: Bearer ...</c>, for the API alone.</summary>
internal sealed class ApiToken(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IGrainFactory grains, Throttles throttles)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";

    private const string Prefix = "Bearer ";

    public static bool IsForApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static bool IsIn(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && IsForApi(request);

    /// <summary>The explanation is written by whatever explains refusals.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers[HeaderNames.Authorization].ToString()[Prefix.Length..].Trim();
        if (throttles.Guesses.Wait(Context) is not null)
        {
            return AuthenticateResult.NoResult();
        }

        if (await grains.Secret(Secrets.Hash(token)).Get() is { Kind: SecretKind.AccessToken, Account: { } name }
            && await grains.Account(name).Get() is { } account)
        {
            Context.Features.Set(account);
            return AuthenticateResult.Success(new(Session.PrincipalOf(account, Scheme.Name), Scheme.Name));
        }

        throttles.Guesses.Enter(Context);
        return AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RefuseAsync(Context);
}
