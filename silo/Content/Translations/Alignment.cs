namespace CohortCourses.Content.Translations;

/// <summary>Lines two lists up by their longest common subsequence.</summary>
internal static class Alignment
{
    /// <summary>The pairs of places that match, both in rising order.</summary>
    public static List<(int Left, int Right)> Of(int left, int right, Func<int, int, bool> same)
    {
        var length = new int[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                length[i, j] = same(i, j) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < left && j < right;)
        {
            if (same(i, j))
            {
                pairs.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    /// <summary>The stretches between matched neighbours, also before the first and after the last.</summary>
    public static IEnumerable<(Range Left, Range Right)> Gaps(IEnumerable<(int Left, int Right)> pairs, int left, int right)
    {
        var (fromLeft, fromRight) = (0, 0);
        foreach (var (atLeft, atRight) in pairs.Append((left, right)))
        {
            if (atLeft > fromLeft && atRight > fromRight)
            {
                yield return (fromLeft..atLeft, fromRight..atRight);
            }

            (fromLeft, fromRight) = (atLeft + 1, atRight + 1);
        }
    }
}
