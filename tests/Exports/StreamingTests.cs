using CohortCourses.Exports.Packages;
using CohortCourses.Exports.Sheets;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Tests.Exports;

/// <summary>No table ever stands in memory: what was read is on its way before the next rows are asked for.</summary>
public sealed class StreamingTests
{
    private const int Rows = 60_000;
    private const int MostAtOnce = 1024 * 1024;

    public static TheoryData<string> Formats => ["csv", "json", "xlsx", "zip"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Writers_PassRowsOnWhileTheyRead(string format)
    {
        var target = new Watched();
        var written = new List<long>();
        var table = Samples.Table(seed: 1, Rows);
        var watched = table with { Read = stop => Watch(table.Read(stop), () => written.Add(target.Bytes)) };

        await Write(format, watched, target);

        Assert.InRange(target.Longest, 1, MostAtOnce);
        Assert.True(written[Rows / 2] > 0 && written[^1] > written[Rows / 2], "Nothing was passed on while rows were read.");
    }

    private static Task Write(string format, Table table, Stream to) => format switch
    {
        "csv" => CsvTables.Write(table, to, TestContext.Current.CancellationToken),
        "json" => JsonTables.Write(table, to, TestContext.Current.CancellationToken),
        "xlsx" => Workbooks.Write([table], rightToLeft: false, to, TestContext.Current.CancellationToken),
        _ => DataPackages.Write(new("p", "P", "P.", "P", [table]), to, TestContext.Current.CancellationToken),
    };

    private static async IAsyncEnumerable<Cell[]> Watch(IAsyncEnumerable<Cell[]> rows, Action seen)
    {
        await foreach (var row in rows)
        {
            seen();
            yield return row;
        }
    }

    /// <summary>A target as a response is one: it can only be written to, and only by those who wait.</summary>
    private sealed class Watched : Stream
    {
        public long Bytes { get; private set; }

        public int Longest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            Longest = Math.Max(Longest, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
