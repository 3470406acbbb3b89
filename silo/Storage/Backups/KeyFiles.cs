using System.Collections.Immutable;
using System.Security.Cryptography;

namespace CohortCourses.Storage;

/// <summary>The keys that cookies are encrypted with, beside the database. Each is written once, so a restore adds those it has to those that are there.</summary>
internal static class KeyFiles
{
    /// <returns>The hash of each file.</returns>
    public static ImmutableSortedDictionary<string, string> Copy(string from, string to)
    {
        var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(In(from)) ? Directory.EnumerateFiles(In(from), "*.xml") : [])
        {
            PrivateFolder.Create(In(to));
            var name = Path.GetFileName(file);
            File.Copy(file, Path.Combine(In(to), name), overwrite: true);
            hashes.Add(name, Hash(Path.Combine(In(to), name)));
        }

        return hashes.ToImmutable();
    }

    /// <summary>Whether a folder holds exactly these keys.</summary>
    public static bool Match(string folder, ImmutableSortedDictionary<string, string> hashes)
    {
        var found = Directory.Exists(In(folder)) ? Directory.GetFiles(In(folder), "*.xml") : [];
        return found.Length == hashes.Count && found.All(file => hashes.GetValueOrDefault(Path.GetFileName(file)) == Hash(file));
    }

    public static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public static string In(string folder) => Path.Combine(folder, "keys");
}
