using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CohortCourses.Domain.Feedback;

/// <summary>A number in a range, both ends included.</summary>
public sealed record Amount(string Id, bool Required, Condition? ShownIf, string Wording, decimal Least, decimal Most, int Decimals)
    : Question(Id, Required, ShownIf, Wording)
{
    private const int Longest = 30;

    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given)
    {
        ImmutableArray<string> typed = [.. given.Select(value => value.Trim()).Where(value => value.Length > 0)];
        return typed switch
        {
            [] => Keep(),
            [_, _, ..] => Refuse(FeedbackRejections.OneOnly),
            [var one] when Read(one) is { } number => Check(number),
            _ => Refuse(FeedbackRejections.NoNumber),
        };
    }

    private (ImmutableArray<string> Kept, Rejection? Refused) Check(decimal number) => number switch
    {
        _ when number < Least || number > Most => Refuse(FeedbackRejections.Range(Least, Most)),
        _ when decimal.Round(number, Decimals) != number => Refuse(FeedbackRejections.Decimals(Decimals)),
        _ => Keep(number.ToString("0.######", CultureInfo.InvariantCulture)),
    };

    /// <summary>Digits of any script; a full stop, a comma or an Arabic decimal separator before the decimals.</summary>
    private static decimal? Read(string typed)
    {
        if (typed.Length > Longest)
        {
            return null;
        }

        var plain = new StringBuilder();
        foreach (var character in typed)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            plain.Append(digit >= 0 ? (char)('0' + digit) : character is ',' or '\u066B' ? '.' : character is '\u2212' ? '-' : character);
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
