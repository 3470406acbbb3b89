using System.Reflection;
using System.Text.Json.Nodes;

namespace CohortCourses.Storage;

/// <summary>All upgrade steps, run one after the other when an older document is read.</summary>
public sealed class DocumentUpgrades
{
    private readonly Dictionary<(string Name, int From), IDocumentUpgrade> steps = [];

    public DocumentUpgrades(IEnumerable<IDocumentUpgrade> upgrades)
    {
        foreach (var step in upgrades)
        {
            if (!steps.TryAdd((step.Name, step.From), step))
            {
                throw new ArgumentException($"Two upgrades of {step.Name} start from version {step.From}.", nameof(upgrades));
            }
        }
    }

    /// <summary>Every step that these assemblies have; each has a constructor without parameters.</summary>
    public static DocumentUpgrades In(IEnumerable<Assembly> assemblies) => new(assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDocumentUpgrade)))
        .Select(type => (IDocumentUpgrade)Activator.CreateInstance(type, nonPublic: true)!));

    /// <exception cref="UnreadableDocumentException">A step is missing or fails.</exception>
    public JsonObject Upgrade(string name, int from, int to, JsonObject document)
    {
        for (var version = from; version < to; version++)
        {
            document = steps.TryGetValue((name, version), out var step)
                ? Run(step, document)
                : throw new UnreadableDocumentException(name, $"version {version} has no upgrade to {version + 1}");
        }

        return document;
    }

    // Whatever a step throws means the same to who reads: this document did not get through.
    private static JsonObject Run(IDocumentUpgrade step, JsonObject document)
    {
        try
        {
            return step.Upgrade(document);
        }
        catch (Exception error)
        {
            throw new UnreadableDocumentException(step.Name, $"its upgrade from version {step.From} failed", error);
        }
    }
}
