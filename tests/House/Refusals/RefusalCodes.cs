using System.Reflection;
using System.Text.RegularExpressions;
using CohortCourses.Domain;
using NodaTime;

namespace CohortCourses.Tests.House.Refusals;

/// <summary>Every refusal that a caller can expect, and the values that come with it.</summary>
internal static partial class RefusalCodes
{
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> All { get; } = Collect();

    private static Dictionary<string, IReadOnlyCollection<string>> Collect()
    {
        var codes = Ruled().DistinctBy(rejection => rejection.Code).ToDictionary(rejection => rejection.Code, rejection => (IReadOnlyCollection<string>)[.. rejection.Args.Keys], StringComparer.Ordinal);
        foreach (var code in Repository.FilesUnder("silo/Grains", ".cs").SelectMany(path => Literal().Matches(Repository.Read(path)).Select(found => found.Groups["code"].Value)))
        {
            codes.TryAdd(code, []);
        }

        return codes;
    }

    /// <summary>The refusals of the domain: fields, and methods that are called with any values.</summary>
    private static IEnumerable<Rejection> Ruled() =>
        from type in typeof(Rejection).Assembly.GetTypes()
        where type.Name.EndsWith("Rejections", StringComparison.Ordinal)
        from rejection in type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Invoke(null, [.. method.GetParameters().Select(Any)])))
            .OfType<Rejection>()
        select rejection;

    private static object Any(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "any"
        : parameter.ParameterType == typeof(LocalDate) ? new LocalDate(2026, 2, 2)
        : Activator.CreateInstance(parameter.ParameterType)!;

    [GeneratedRegex("""Refused\(.*?"(?<code>[^"]+\.[^"]+)"(?: : "(?<code>[^"]+)")?""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
