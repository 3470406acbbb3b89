using System.Collections.Immutable;

namespace CohortCourses.Domain.People;

/// <summary>The keys that cookies, forms and links in mail are proved with: XML by id, as the framework writes it. None is ever taken out.</summary>
public sealed record KeyRing(ImmutableSortedDictionary<string, string> Keys)
{
    public static readonly KeyRing Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>
    /// Adds a key, if whoever made it knew all there are. Of several nodes that find no good key and make one, the first decides; the others find
    /// its key here, so none proves anything with a key that another has not heard of.
    /// </summary>
    /// <param name="known">How many keys there were when it was made.</param>
    public Decision<KeyRing> Add(string id, string xml, int known) =>
        Keys.Count != known || Keys.ContainsKey(id) ? Decision.Unchanged(this) : new KeyRing(Keys.Add(id, xml));
}
