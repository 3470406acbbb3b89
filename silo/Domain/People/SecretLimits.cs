namespace CohortCourses.Domain.People;

/// <summary>How many tokens and secret links one account can hold.</summary>
public static class SecretLimits
{
    public const int Most = 50;

    public static readonly Rejection TooMany = Rejection.Of("secret.too-many", ("most", "50"));

    public static Rejection? Check(int held) => held > Most ? TooMany : null;
}
