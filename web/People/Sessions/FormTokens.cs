using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace CohortCourses.Web.People;

/// <summary>
/// Antiforgery with a signed pair. A cookie that only this server can make or read holds a secret; every form carries a proof that is made
/// from the secret for whoever is signed in. Another site can have a browser send the cookie, but has no proof; a proof of its own is for
/// another secret or another person. Each page masks the proof anew, so that the size of a compressed page tells nothing about it.
/// </summary>
/// <remarks>
/// It stands for the framework's own, which encrypts a token for every page: that costs as much as showing it, and weighs four times as much on the wire.
/// </remarks>
internal sealed class FormTokens(IDataProtectionProvider protection) : IAntiforgery
{
    public const string Field = "__RequestVerificationToken";

    public const string Header = "RequestVerificationToken";

    private const int SecretBytes = 32;
    private const int ProofBytes = 16;

    private readonly IDataProtector protector = protection.CreateProtector("CohortCourses.FormTokens");
    private readonly HouseCookie cookie = new("form");
    private readonly Recent<byte[]> secrets = new();

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext context)
    {
        var pair = PairOf(context);
        if (pair is { Made: { } made, IsStored: false } && !context.Response.HasStarted)
        {
            context.Response.Cookies.Append(cookie.Name!, made, cookie.Build(context));
            pair.IsStored = true;
        }

        context.Response.Headers.CacheControl = "no-cache, no-store";
        return Tokens(context, pair);
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => Tokens(httpContext, PairOf(httpContext));

    public void SetCookieTokenAndHeader(HttpContext httpContext) => GetAndStoreTokens(httpContext);

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext) =>
        httpContext.Request.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" || await IsProvenAsync(httpContext);

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsProvenAsync(httpContext))
        {
            throw new AntiforgeryValidationException("The form carries no antiforgery token of this browser and person.");
        }
    }

    private static AntiforgeryTokenSet Tokens(HttpContext context, Pair pair) => new(pair.ProofFor(context.User.FindLearnerId()), pair.Made, Field, Header);

    private static byte[] Prove(byte[] secret, string? learner) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(learner ?? ""))[..ProofBytes];

    private async Task<bool> IsProvenAsync(HttpContext context)
    {
        if (SecretOf(context) is not { } secret || await SentAsync(context.Request) is not { } sent)
        {
            return false;
        }

        var masked = new byte[2 * ProofBytes];
        if (Base64Url.DecodeFromChars(sent, masked, out _, out var length) != OperationStatus.Done || length != masked.Length)
        {
            return false;
        }

        Mask(masked);
        return CryptographicOperations.FixedTimeEquals(masked.AsSpan(ProofBytes), Prove(secret, context.User.FindLearnerId()));
    }

    /// <summary>What came with the request, if it can be read at all.</summary>
    private static async Task<string?> SentAsync(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var header))
        {
            return header;
        }

        try
        {
            return request.HasFormContentType ? (await request.ReadFormAsync())[Field] : default(string);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Puts the second half under the mask that the first half is, or takes it off.</summary>
    private static void Mask(Span<byte> token)
    {
        for (var at = 0; at < ProofBytes; at++)
        {
            token[ProofBytes + at] ^= token[at];
        }
    }

    private Pair PairOf(HttpContext context)
    {
        if (context.Features.Get<Pair>() is not { } pair)
        {
            pair = SecretOf(context) is { } known ? new(known, null) : Make();
            context.Features.Set(pair);
        }

        return pair;
    }

    private Pair Make()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return new(secret, Base64Url.EncodeToString(protector.Protect(secret)));
    }

    private byte[]? SecretOf(HttpContext context) =>
        context.Request.Cookies[cookie.Name!] is { Length: > 0 } sent ? secrets.Get(sent, Read) : null;

    private byte[]? Read(string sent)
    {
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(sent));
        }
        catch (Exception foreign) when (foreign is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What one request's answer uses.</summary>
    /// <param name="Made">The cookie to send, where the browser had none.</param>
    private sealed record Pair(byte[] Secret, string? Made)
    {
        private (string? Learner, string Masked)? last;

        public bool IsStored { get; set; }

        /// <summary>The same in all forms of a page.</summary>
        public string ProofFor(string? learner)
        {
            if (last is not { } known || known.Learner != learner)
            {
                Span<byte> token = stackalloc byte[2 * ProofBytes];
                RandomNumberGenerator.Fill(token[..ProofBytes]);
                Prove(Secret, learner).CopyTo(token[ProofBytes..]);
                Mask(token);
                last = known = (learner, Base64Url.EncodeToString(token));
            }

            return known.Masked;
        }
    }
}
