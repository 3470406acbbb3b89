namespace CohortCourses.Domain.Evaluation;

/// <summary>Who would recommend the course, asked from 0 to 10: 9 and 10 do, 0 to 6 rather warn.</summary>
public sealed record NetPromoter(int Promoters, int Passives, int Detractors)
{
    public const int LeastOfPromoters = 9;
    public const int LeastOfPassives = 7;

    public int N => Promoters + Passives + Detractors;

    /// <summary>Promoters less detractors, in hundredths of all: from -100 to 100; none of nobody.</summary>
    public double? Score => N == 0 ? null : 100.0 * (Promoters - Detractors) / N;

    /// <summary>
    /// The adjusted Wald interval that covered best in the comparison by Rocks (The American Statistician, 2016): as if three more people
    /// had answered, three quarters of one promoter and as much of a detractor among them. Few answers so draw it towards zero.
    /// </summary>
    public Interval? Interval
    {
        get
        {
            if (N == 0)
            {
                return null;
            }

            var n = N + 3.0;
            var (promoters, detractors) = ((Promoters + 0.75) / n, (Detractors + 0.75) / n);
            var net = promoters - detractors;
            var error = Math.Sqrt((promoters + detractors - (net * net)) / n);
            return Evaluation.Interval.Around(100 * net, 100 * Confidence.Z * error).Within(-100, 100);
        }
    }

    public static NetPromoter Of(IEnumerable<int> answers)
    {
        var (promoters, passives, detractors) = (0, 0, 0);
        foreach (var answer in answers)
        {
            _ = answer switch
            {
                < 0 or > 10 => throw new ArgumentOutOfRangeException(nameof(answers), answer, "Answers go from 0 to 10."),
                >= LeastOfPromoters => promoters++,
                >= LeastOfPassives => passives++,
                _ => detractors++,
            };
        }

        return new(promoters, passives, detractors);
    }
}
