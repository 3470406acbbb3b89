using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CohortCourses.Web.People;

/// <summary>How slow guessing is made: PBKDF2 with HMAC-SHA-512, as often as OWASP advises.</summary>
internal static class HashingOptions
{
    private const int Iterations = 210_000;

    public static readonly IOptions<PasswordHasherOptions> Wrapped = Options.Create(new PasswordHasherOptions { IterationCount = Iterations });

    public static void Apply(PasswordHasherOptions options) => options.IterationCount = Iterations;
}
