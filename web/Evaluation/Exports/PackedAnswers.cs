using System.Collections.Immutable;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>
/// Makes one array of bytes of all that somebody answered, until a row asks for it: as objects the answers of a form would take four times
/// the room. What many answered alike is kept once, and a number stands for it.
/// </summary>
internal sealed class PackedAnswers
{
    /// <summary>Longer answers are hardly ever given twice.</summary>
    private const int LongestAlike = 40;

    /// <summary>Stands for a text that follows.</summary>
    private const int OwnWords = 0;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<string>> alike = [[]];
    private readonly MemoryStream scratch = new();
    private readonly BinaryWriter writer;

    public PackedAnswers() => writer = new(scratch);

    /// <summary>The text itself, or one like it that was seen before.</summary>
    public string Once(string value) => alike[PlaceOf(value)][0];

    /// <param name="answers">By the place of the question; empty where it was not answered.</param>
    public byte[] Pack(IEnumerable<ImmutableArray<string>> answers)
    {
        scratch.SetLength(0);
        foreach (var answer in answers)
        {
            writer.Write7BitEncodedInt(answer.Length);
            foreach (var value in answer)
            {
                Write(value);
            }
        }

        return scratch.ToArray();
    }

    /// <returns>As many answers as there are questions.</returns>
    public ImmutableArray<string>[] Unpack(byte[] packed, int questions)
    {
        using var reader = new BinaryReader(new MemoryStream(packed));
        var answers = new ImmutableArray<string>[questions];
        for (var question = 0; question < questions; question++)
        {
            answers[question] = reader.Read7BitEncodedInt() switch
            {
                0 => [],
                1 => Read(reader),
                var values => [.. Enumerable.Range(0, values).Select(_ => Read(reader)[0])],
            };
        }

        return answers;
    }

    private ImmutableArray<string> Read(BinaryReader reader) => reader.Read7BitEncodedInt() is var place and not OwnWords ? alike[place] : [reader.ReadString()];

    private void Write(string value)
    {
        if (value.Length <= LongestAlike)
        {
            writer.Write7BitEncodedInt(PlaceOf(value));
        }
        else
        {
            writer.Write7BitEncodedInt(OwnWords);
            writer.Write(value);
        }
    }

    private int PlaceOf(string value)
    {
        if (!places.TryGetValue(value, out var place))
        {
            places[value] = place = alike.Count;
            alike.Add([value]);
        }

        return place;
    }
}
