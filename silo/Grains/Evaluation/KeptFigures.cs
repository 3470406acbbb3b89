using System.IO.Compression;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Grains.Evaluation;

/// <summary>When figures are kept, and how soon they are counted again.</summary>
internal static class KeptFigures
{
    /// <summary>So many people are counted while the reader waits; what was counted of more is kept.</summary>
    public const int Large = 500;

    /// <summary>Whoever is shown what was kept has their page before all are asked again.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
}

/// <summary>
/// What was counted last of a cohort so large that counting takes a while, so that nobody waits for it after a restart. It may be lost: it is
/// counted again. It is kept as it crosses a call, on pages of its own: the answers to eight forms of twenty questions take a few.
/// </summary>
/// <param name="what">Names these figures among those of the cohort.</param>
internal sealed class KeptFigures<T>(IGrainFactory grains, string cohort, string what)
    where T : class
{
    /// <summary>Characters; a multiple of four.</summary>
    private const int OnAPage = 48_000;

    /// <summary>Null if nothing is kept, if it is of another version, or if a crash left pages of two counts.</summary>
    public async Task<T?> Read()
    {
        if (await Page(1).ReadThrough() is not { } first || first.Shape != FigureShape.Of<T>())
        {
            return null;
        }

        KeptPage?[] pages = [first, .. await Task.WhenAll(Enumerable.Range(2, first.Pages - 1).Select(number => Page(number).ReadThrough()))];
        return Array.TrueForAll(pages, page => page?.Count == first.Count) ? Unpack(string.Concat(pages.Select(page => page!.Packed))) : null;
    }

    /// <param name="people">Of how many it was counted; of few nothing is kept.</param>
    public async Task Keep(T figures, int people)
    {
        if (people <= KeptFigures.Large)
        {
            await Page(1).Clear(); // the others are found by nobody then
            return;
        }

        var pages = Pack(figures).Chunk(OnAPage).ToArray();
        var count = Guid.NewGuid().ToString("N");
        for (var page = 0; page < pages.Length; page++)
        {
            await Page(page + 1).Keep(new(count, FigureShape.Of<T>(), pages.Length, new(pages[page])));
        }
    }

    private IKeptPageGrain Page(int number) => grains.KeptPage(cohort, what, number);

    private static string Pack(T figures)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, figures);
        }

        return Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    private static T? Unpack(string packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli);
    }
}
