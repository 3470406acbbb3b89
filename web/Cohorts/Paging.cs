namespace CohortCourses.Web.Cohorts;

/// <summary>A part of a long list.</summary>
/// <param name="From">How many come before it.</param>
public sealed record Paging(int From, int Size, int Total)
{
    public int? Previous => From > 0 ? Math.Max(0, From - Size) : null;

    public int? Next => From + Size < Total ? From + Size : null;

    public int Last => Math.Min(From + Size, Total);

    /// <summary>The part that an address asks for, or the nearest there is.</summary>
    public static Paging At(int? from, int size, int total) => new(Math.Clamp(from ?? 0, 0, Math.Max(0, (total - 1) / size * size)), size, total);

    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip(From).Take(Size);
}
