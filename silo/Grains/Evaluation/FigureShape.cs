using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Grains.Evaluation;

/// <summary>
/// A number for what a kind of figures is made of: it changes with the name or type of any member, so that figures kept by another version are
/// counted again and never read as what they are not.
/// </summary>
internal static class FigureShape
{
    public static int Of<T>() => Known<T>.Number;

    private static int Number(Type type)
    {
        var lines = new StringBuilder();
        Describe(type, [], lines);
        return BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    private static void Describe(Type type, HashSet<Type> seen, StringBuilder lines)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (var part in type.GetGenericArguments())
        {
            Describe(part, seen, lines);
        }

        if (type.IsEnum)
        {
            lines.AppendJoin(',', [type.Name, .. Enum.GetNames(type)]).Append('\n');
        }
        else if (type.Assembly == typeof(Contracts.Outcome).Assembly)
        {
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                lines.Append(type.Name).Append('.').Append(member.Name).Append(':').Append(member.PropertyType).Append('\n');
                Describe(member.PropertyType, seen, lines);
            }
        }
    }

    private static class Known<T>
    {
        public static readonly int Number = FigureShape.Number(typeof(T));
    }
}
