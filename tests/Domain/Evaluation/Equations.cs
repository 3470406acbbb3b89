namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>What a reader may write down: sums over unknown counts that are published, and which other sums follow from them.</summary>
internal sealed class Equations(int unknowns)
{
    private const double Hair = 1e-7;

    private readonly List<(int Pivot, double[] Row)> _reduced = [];

    public List<(double[] Sum, double Value)> All { get; } = [];

    public int Unknowns => unknowns;

    public void Publish(double[] sum, double value)
    {
        All.Add((sum, value));
        var rest = Reduce(sum);
        var pivot = Array.FindIndex(rest, coefficient => Math.Abs(coefficient) > Hair);
        if (pivot >= 0)
        {
            _reduced.Add((pivot, [.. rest.Select(coefficient => coefficient / rest[pivot])]));
        }
    }

    /// <summary>Whether the sum can be worked out by adding and subtracting what is published.</summary>
    public bool Gives(double[] sum) => Array.TrueForAll(Reduce(sum), coefficient => Math.Abs(coefficient) <= Hair);

    private double[] Reduce(double[] sum)
    {
        var rest = (double[])sum.Clone();
        foreach (var (pivot, row) in _reduced)
        {
            var factor = rest[pivot];
            for (var at = 0; factor != 0 && at < rest.Length; at++)
            {
                rest[at] -= factor * row[at];
            }
        }

        return rest;
    }
}
