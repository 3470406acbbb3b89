namespace CohortCourses.Embedded;

/// <summary>The grain classes of the scanned assemblies.</summary>
internal sealed class GrainCatalog
{
    private readonly Dictionary<string, GrainClass> byName = new(StringComparer.Ordinal);

    public GrainCatalog(GrainRuntime runtime)
    {
        ShortestTimeout = runtime.Options.ResponseTimeout;
        foreach (var type in runtime.Options.Assemblies.SelectMany(assembly => assembly.GetTypes()))
        {
            if (type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(Grain)))
            {
                Add(new(runtime, type));
            }
        }
    }

    public ICollection<GrainClass> Classes => byName.Values;

    /// <summary>The shortest time that any caller waits.</summary>
    public TimeSpan ShortestTimeout { get; private set; }

    public GrainClass? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>The one class that implements the interface, and whose full name starts with the prefix if there is one.</summary>
    public GrainClass Implementing(Type contract, string? prefix)
    {
        GrainClass[] found =
        [
            .. Classes.Where(each => each.Type.IsAssignableTo(contract)
                && (prefix is null || each.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))),
        ];
        return found switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No grain class implements {contract}. Are its assembly's grains added?", nameof(contract)),
            _ => throw new ArgumentException($"{contract} is implemented by {string.Join(" and ", found.Select(each => each.Type))}: name a prefix.", nameof(contract)),
        };
    }

    private void Add(GrainClass grainClass)
    {
        if (!byName.TryAdd(grainClass.Name, grainClass))
        {
            throw new InvalidOperationException($"{grainClass.Type} and {byName[grainClass.Name].Type} are both named {grainClass.Name}.");
        }

        foreach (var method in grainClass.Type.GetInterfaces().Where(each => each.IsAssignableTo(typeof(IGrain))).SelectMany(each => each.GetMethods()))
        {
            if (new GrainMethod(method).ResponseTimeout is { } timeout && timeout < ShortestTimeout)
            {
                ShortestTimeout = timeout;
            }
        }
    }
}
