using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Domain.Moderation;

/// <summary>
/// Something the log says without showing it in its hash: the hash covers a commitment to it, so that it can be forgotten and the chain
/// still verifies.
/// </summary>
/// <param name="Hash">SHA-256 over the salt and the value; empty if there never was one.</param>
/// <param name="Salt">Null once it was forgotten.</param>
public sealed record Committed(string Hash, string? Salt, string? Value)
{
    public static readonly Committed Nothing = new("", null, null);

    public static Committed To(string? value, string salt) => string.IsNullOrEmpty(value) ? Nothing : new(HashOf(salt, value), salt, value);

    public Committed Forget() => this with { Salt = null, Value = null };

    /// <summary>Whether what is shown is what was committed to. What was forgotten can't be shown to be anything else.</summary>
    public bool Holds => Value is null ? Salt is null : Salt is not null && Hash == HashOf(Salt, Value);

    private static string HashOf(string salt, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{value}")));
}

/// <summary>One line of the log: an act, who did it and why, and the hash that ties it to all before it.</summary>
/// <param name="Number">1 for the first; without a gap.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
public sealed record LogEntry(
    int Number,
    string Act,
    ActKind Kind,
    Instant At,
    string? Case,
    string? Thread,
    string? Post,
    string? Value,
    string? Before,
    ReportReason? Reason,
    string? Undoes,
    ReportChannel Channel,
    Committed By,
    Committed About,
    Committed Words,
    string Previous,
    string Hash)
{
    public static readonly string Beginning = new('0', 64);

    /// <param name="salts">Three random texts.</param>
    public static LogEntry Of(Act act, int number, string previous, (string By, string About, string Words) salts)
    {
        var entry = new LogEntry(
            number,
            act.Id,
            act.Kind,
            act.At,
            act.Case,
            act.Thread,
            act.Post,
            act.Value,
            act.Before,
            act.Reason,
            act.Undoes,
            act.Channel,
            Committed.To(act.By, salts.By),
            Committed.To(act.About, salts.About),
            Committed.To(act.Words, salts.Words),
            previous,
            "");
        return entry with { Hash = entry.Compute() };
    }

    public bool Holds => Hash == Compute() && By.Holds && About.Holds && Words.Holds;

    /// <summary>The hash of what <see cref="Parts"/> lists, each as <c>name:bytes:value</c> and a line feed, so that no value can pass for two.</summary>
    public string Compute() => HashOf(Parts);

    /// <summary>What the hash covers, in this order.</summary>
    public ImmutableArray<(string Name, string Value)> Parts =>
    [
        ("previous", Previous),
        ("number", Number.ToString(CultureInfo.InvariantCulture)),
        ("act", Act),
        ("kind", Kind.ToString()),
        ("at", InstantPattern.ExtendedIso.Format(At)),
        ("case", Case ?? ""),
        ("thread", Thread ?? ""),
        ("post", Post ?? ""),
        ("value", Value ?? ""),
        ("before", Before ?? ""),
        ("reason", Reason?.ToString() ?? ""),
        ("undoes", Undoes ?? ""),
        ("channel", Channel.ToString()),
        ("by", By.Hash),
        ("about", About.Hash),
        ("words", Words.Hash),
    ];

    /// <summary>Of somebody who acted only the id goes. What was said about somebody goes with them.</summary>
    public LogEntry Forget(string learner) => this with
    {
        By = By.Value == learner ? By.Forget() : By,
        About = About.Value == learner ? About.Forget() : About,
        Words = About.Value == learner ? Words.Forget() : Words,
    };

    private static string HashOf(ImmutableArray<(string Name, string Value)> parts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}:{Encoding.UTF8.GetByteCount(value)}:{value}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
