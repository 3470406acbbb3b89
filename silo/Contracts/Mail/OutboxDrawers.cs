using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Contracts.Mail;

/// <summary>The outbox lies in 256 drawers, so that ten thousand people's mail stays in small documents.</summary>
public static class OutboxDrawers
{
    /// <summary>The keys of all drawers.</summary>
    public static readonly ImmutableArray<string> All = [.. Enumerable.Range(0, 256).Select(number => Convert.ToHexStringLower([(byte)number]))];

    /// <summary>The drawer of a learner's mail.</summary>
    public static string Of(string learner) => All[SHA256.HashData(Encoding.UTF8.GetBytes(learner))[0]];
}
