using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>The codes of a cohort as pages show them: parts below the whole.</summary>
public sealed record CodeBook(IReadOnlyList<CodeView> All)
{
    /// <summary>By every id that a passage may have: the code that it is found under by now.</summary>
    public IReadOnlyDictionary<string, CodeView> ById { get; } = Resolve(All);

    public IEnumerable<CodeView> Standing => All.Where(code => code.Stands);

    /// <summary>Those that stand, each followed by its parts, with how deep it lies.</summary>
    public IEnumerable<(CodeView Code, int Depth)> Tree => Below(null, 0);

    public CodeView? Find(string? id) => id is null ? null : All.FirstOrDefault(code => code.Id == id);

    public CodeView? Named(string name) => Standing.FirstOrDefault(code => string.Equals(code.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<CodeView> PartsOf(string code) => Standing.Where(one => one.Parent == code);

    public static async Task<CodeBook> ReadAsync(IGrainFactory grains, string cohort) => new([.. await grains.Codebook(cohort).List()]);

    private static Dictionary<string, CodeView> Resolve(IReadOnlyList<CodeView> all)
    {
        var known = all.ToDictionary(code => code.Id, StringComparer.Ordinal);
        return all.ToDictionary(code => code.Id, code => known.GetValueOrDefault(code.StandsAs, code), StringComparer.Ordinal);
    }

    private IEnumerable<(CodeView Code, int Depth)> Below(string? parent, int depth) =>
        Standing.Where(code => code.Parent == parent || (parent is null && Standing.All(other => other.Id != code.Parent)))
            .OrderBy(code => code.Name, StringComparer.CurrentCultureIgnoreCase)
            .SelectMany(code => Below(code.Id, depth + 1).Prepend((code, depth)));
}
