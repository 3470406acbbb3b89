using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>How handing over ended.</summary>
/// <param name="Reason">A word that <c>mail.reason.*</c> explains, perhaps with the number of the server's answer behind it.</param>
public sealed record Delivery(DeliveryResult Result, string? Reason = null)
{
    public static readonly Delivery Sent = new(DeliveryResult.Sent);

    /// <summary>Whether nothing else would get through now either.</summary>
    public bool IsTheServersFault { get; init; }
}

/// <summary>What brings mail to people.</summary>
public interface IMailCarrier
{
    /// <summary>Hands a parcel over. Whatever goes wrong on the way is said in the answer; the same parcel may come again if somebody says so.</summary>
    Task<Delivery> CarryAsync(Parcel parcel, CancellationToken stop);

    /// <summary>Forgets what it keeps of a person, if it keeps anything.</summary>
    void Forget(string learner);
}
