using CohortCourses.Contracts;
using CohortCourses.Web.Mail;

namespace CohortCourses.Web.People;

/// <summary>
/// The one-time link by which somebody who forgot their passphrase chooses another. It opens nothing without their sign-in name, which whoever
/// hands the link over does not know.
/// </summary>
public sealed partial class PassphraseLinks(IGrainFactory grains, Postman postman, TimeProvider clock, ILogger<PassphraseLinks> log)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(2);

    /// <summary>Puts a link in force, in place of the one before it.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> MakeAsync(IGrainFactory grains, TimeProvider clock, string learner, string token)
    {
        await grains.PassphraseLink(learner).Issue(Secrets.Hash(token), clock.GetUtcNow() + Life);
        return $"/passphrase/{learner}/{token}";
    }

    /// <summary>Puts a link in force, notes who did, and has whose account it is told by mail, if mail reaches them: before it is in force, not after.</summary>
    public async Task<string> MakeAsync(string learner, string token, string by)
    {
        LogMade(by, learner);
        await postman.SendAsync(PassphraseLinkWriter.Letter(learner, Secrets.Hash(token)));
        return await MakeAsync(grains, clock, learner, token);
    }

    /// <summary>Whether a link is in force.</summary>
    public async Task<bool> OpensAsync(string learner, string token) =>
        Guid.TryParseExact(learner, "N", out _) && Secrets.LooksLikeOne(token) && await grains.PassphraseLink(learner).Opens(Secrets.Hash(token));

    /// <summary>Uses a link up.</summary>
    /// <returns>Whether it was in force.</returns>
    public async Task<bool> UseAsync(string learner, string token)
    {
        var used = await grains.PassphraseLink(learner).Use(Secrets.Hash(token));
        if (used)
        {
            LogUsed(learner);
        }

        return used;
    }

    [LoggerMessage(2501, LogLevel.Information, "The organiser {By} made a link by which {Learner} chooses another passphrase.")]
    private partial void LogMade(string by, string learner);

    [LoggerMessage(2502, LogLevel.Information, "The link by which {Learner} chooses another passphrase was used.")]
    private partial void LogUsed(string learner);
}
