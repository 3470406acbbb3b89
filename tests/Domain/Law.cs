using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain;

/// <summary>Checks a law on many generated cases, and reports the smallest case that breaks it.</summary>
internal static class Law
{
    /// <summary>The same cases on every run. A failure prints the seed of its own case; PROPERTY_SEED=n tries others.</summary>
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("PROPERTY_SEED"), out var chosen) ? chosen : 20_260_202;

    public static void Holds<T>(Gen<T> cases, Action<T> law, int times = 300) =>
        Check(Arb.From(cases), law, times);

    /// <summary>A law about histories: a broken one is cut down step by step to what it takes to break the law.</summary>
    public static void HoldsThrough<T>(Gen<T> steps, Action<T[]> law, int longest = 40, int times = 300) =>
        Check(Arb.From(Histories(steps, longest), WithoutOneStep), law, times);

    public static Gen<T[]> Histories<T>(Gen<T> steps, int longest) =>
        Gen.SelectMany(Gen.Choose(1, longest), length => Gen.ArrayOf(steps, length));

    private static void Check<T>(Arbitrary<T> cases, Action<T> law, int times) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(Seed, 1).WithQuietOnSuccess(true), Prop.ForAll(cases, law));

    private static IEnumerable<T[]> WithoutOneStep<T>(T[] history)
    {
        if (history.Length > 8)
        {
            yield return history[..(history.Length / 2)];
            yield return history[(history.Length / 2)..];
        }

        for (var left = 0; left < history.Length; left++)
        {
            yield return [.. history[..left], .. history[(left + 1)..]];
        }
    }
}
