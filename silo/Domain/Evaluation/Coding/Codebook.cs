using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// The codes of a cohort. It grows while people read. A passage keeps the code that it was given; which code that is by now is looked up
/// here, so that merging and splitting rewrite nothing that was coded.
/// </summary>
/// <param name="Codes">In the order in which they came, also those that stand no more.</param>
public sealed record Codebook(ImmutableList<Code> Codes)
{
    public const int MostCodes = 150;

    /// <summary>Of all descriptions together.</summary>
    public const int MostCharacters = 15_000;

    public const int MostParts = 8;

    public static readonly Codebook Empty = new([]);

    public IEnumerable<Code> Standing => Codes.Where(code => code.Stands);

    public Code? Find(string id) => Codes.Find(code => code.Id == id);

    /// <summary>The code that stands for this one by now; null if there is none.</summary>
    public Code? Resolve(string id)
    {
        var code = Find(id);
        while (code?.MergedInto is { } into)
        {
            code = Find(into);
        }

        return code;
    }

    /// <summary>Adds a code. The same id twice is one code.</summary>
    public Decision<Codebook> Add(string id, string by, CodeWords words) => Find(id) is not null ? Decision.Unchanged(this) : Added(id, by, words);

    /// <summary>Changes a code, if it is still as it was seen.</summary>
    public Decision<Codebook> Edit(string id, CodeWords words, int seen)
    {
        var (kept, refused) = words.Check();
        if (refused is not null || Find(id) is not { } code)
        {
            return refused ?? CodeRejections.Unknown;
        }

        var changed = code with { Name = kept!.Name, Description = kept.Description, Parent = kept.Parent, Pattern = kept.Pattern ?? code.Pattern };
        return changed == code ? Decision.Unchanged(this)
            : !code.Stands ? CodeRejections.Merged
            : seen != code.Version ? CodeRejections.ChangedMeanwhile
            : IsTaken(kept.Name, but: id) ? CodeRejections.NameTaken
            : !MayHang(id, kept.Parent) ? CodeRejections.Parent
            : Characters - code.Description.Length + kept.Description.Length > MostCharacters ? CodeRejections.BookFull
            : With(changed.Next());
    }

    /// <summary>Lets one code stand for another as well. What was coded with either is found under the one that stands.</summary>
    public Decision<Codebook> Merge(string id, string into, int seen) => (Find(id), Find(into)) switch
    {
        (null, _) or (_, null) => CodeRejections.Unknown,
        ({ MergedInto: { } done }, _) => done == into ? Decision.Unchanged(this) : CodeRejections.Merged,
        (_, { Stands: false }) => CodeRejections.Merged,
        ({ Id: var one }, { Id: var other }) when one == other => CodeRejections.WithItself,
        ({ Version: var now }, _) when seen != now => CodeRejections.ChangedMeanwhile,
        ({ } code, { } target) => Merged(code, target),
    };

    /// <summary>Takes a merge back: each passage is found again under the code that it was given.</summary>
    public Decision<Codebook> Unmerge(string id) =>
        Find(id) is not { } code ? CodeRejections.Unknown
        : code.Stands ? Decision.Unchanged(this)
        : IsTaken(code.Name, but: id) ? CodeRejections.NameTaken
        : With((code with { MergedInto = null, Parent = MayHang(id, code.Parent) ? code.Parent : null }).Next());

    /// <summary>Divides a code into parts. What was coded stays with the whole until somebody sorts it into a part.</summary>
    /// <param name="parts">The ids and names of the parts; the same ids twice are the same parts.</param>
    public Decision<Codebook> Split(string id, string by, IReadOnlyList<(string Id, string Name)> parts, int seen)
    {
        if (Find(id) is not { } code)
        {
            return CodeRejections.Unknown;
        }

        if (parts.Count is < 2 or > MostParts || parts.DistinctBy(part => part.Id).Count() < parts.Count)
        {
            return CodeRejections.Parts;
        }

        if (parts.All(part => Find(part.Id) is not null))
        {
            return Decision.Unchanged(this);
        }

        if (!code.Stands || seen != code.Version)
        {
            return code.Stands ? CodeRejections.ChangedMeanwhile : CodeRejections.Merged;
        }

        var book = With(code.Next());
        foreach (var part in parts)
        {
            var added = book.Add(part.Id, by, new(part.Name, "", id, null));
            if (added.Rejection is { } refused)
            {
                return refused;
            }

            book = added.State!;
        }

        return book;
    }

    private int Characters => Codes.Sum(code => code.Description.Length);

    private Decision<Codebook> Added(string id, string by, CodeWords words)
    {
        var (kept, refused) = words.Check();
        return refused is not null ? refused
            : Codes.Count >= MostCodes || Characters + kept!.Description.Length > MostCharacters ? CodeRejections.BookFull
            : IsTaken(kept.Name, but: id) ? CodeRejections.NameTaken
            : !MayHang(id, kept.Parent) ? CodeRejections.Parent
            : this with { Codes = Codes.Add(new(id, kept.Name, kept.Description, kept.Parent, kept.Pattern ?? (Codes.Count % Code.MostPatterns) + 1, by)) };
    }

    private Codebook Merged(Code code, Code into)
    {
        // What was part of the one is part of the other now; the other cannot stay a part of what is no more.
        var codes = Codes.Select(one =>
            one.Id == code.Id ? (one with { MergedInto = into.Id }).Next()
            : one.Id == into.Id && IsPartOf(into, code.Id) ? (one with { Parent = code.Parent }).Next()
            : one.Parent == code.Id && one.Stands ? (one with { Parent = into.Id }).Next()
            : one);
        return this with { Codes = [.. codes] };
    }

    private bool IsTaken(string name, string but) =>
        Codes.Exists(code => code.Stands && code.Id != but && string.Equals(code.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a code may be a part of another: one that stands, and is no part of it.</summary>
    private bool MayHang(string id, string? parent) => parent is null || (Find(parent) is { Stands: true } whole && parent != id && !IsPartOf(whole, id));

    private bool IsPartOf(Code code, string id)
    {
        for (var above = code.Parent; above is not null; above = Find(above)?.Parent)
        {
            if (above == id)
            {
                return true;
            }
        }

        return false;
    }

    private Codebook With(Code changed) => this with { Codes = Codes.SetItem(Codes.FindIndex(code => code.Id == changed.Id), changed) };
}
