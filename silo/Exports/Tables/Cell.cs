using System.Globalization;

namespace CohortCourses.Exports.Tables;

/// <summary>A value of a row, or its absence. What it is, its column says.</summary>
public readonly struct Cell : IEquatable<Cell>
{
    private readonly string? _text;
    private readonly long _bits;
    private readonly bool _isThere;

    private Cell(string? text, long bits)
    {
        _text = text;
        _bits = bits;
        _isThere = true;
    }

    public static Cell Missing => default;

    public bool IsMissing => !_isThere;

    public string Text => _text ?? "";

    public long Whole => _bits;

    public double Number => BitConverter.Int64BitsToDouble(_bits);

    public bool Yes => _bits != 0;

    public DateOnly Day => DateOnly.FromDayNumber((int)_bits);

    public DateTime Moment => new(_bits, DateTimeKind.Utc);

    public static implicit operator Cell(string? text) => text is null ? Missing : new(text, 0);

    public static implicit operator Cell(long whole) => new(null, whole);

    public static implicit operator Cell(long? whole) => whole is { } there ? there : Missing;

    public static implicit operator Cell(double number) => new(null, BitConverter.DoubleToInt64Bits(number));

    public static implicit operator Cell(double? number) => number is { } there ? there : Missing;

    public static implicit operator Cell(bool yes) => new(null, yes ? 1 : 0);

    public static implicit operator Cell(bool? yes) => yes is { } there ? there : Missing;

    public static implicit operator Cell(DateOnly day) => new(null, day.DayNumber);

    public static implicit operator Cell(DateOnly? day) => day is { } there ? there : Missing;

    public static implicit operator Cell(DateTimeOffset moment) => new(null, moment.UtcTicks);

    public static bool operator ==(Cell left, Cell right) => left.Equals(right);

    public static bool operator !=(Cell left, Cell right) => !left.Equals(right);

    /// <summary>The value as programs read it, whatever the language.</summary>
    public string Say(ColumnType type) => IsMissing ? "" : type switch
    {
        ColumnType.Whole => Whole.ToString(CultureInfo.InvariantCulture),
        ColumnType.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        ColumnType.Yes => Yes ? "true" : "false",
        ColumnType.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.Moment => Moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Text,
    };

    public bool Equals(Cell other) => _isThere == other._isThere && _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Cell other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_isThere, _bits, _text);
}
