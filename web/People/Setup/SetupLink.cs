using CohortCourses.Contracts;
using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>The one-time link that makes the organiser's account, for an installation that has none.</summary>
public static class SetupLink
{
    /// <summary>A link works for a day; every start makes another.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Makes a link.</summary>
    /// <returns>Its path, such as <c>/setup/...</c>; null if there is an organiser already.</returns>
    public static async Task<string?> CreateAsync(IGrainFactory grains, TimeProvider clock)
    {
        if (await grains.Catalog().HasOrganiser())
        {
            return null;
        }

        var token = Secrets.Make();
        await grains.Secret(Secrets.Hash(token)).Issue(new(SecretKind.Setup, Account: null, Learner: null, Cohort: null, clock.GetUtcNow() + Life));
        return $"/setup/{token}";
    }
}
