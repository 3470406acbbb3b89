using System.Buffers;

namespace CohortCourses.Exports.Streams;

/// <summary>Where writers that know no waiting write; what they wrote goes on to the target, waited for, some rows at a time.</summary>
internal sealed class Outlet(Stream target) : Stream
{
    private const int Full = 128 * 1024;

    private readonly ArrayBufferWriter<byte> _waiting = new(2 * Full);
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were written in all. Archives ask for it to know where their entries begin.</summary>
    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _waiting.Write(buffer);
        _written += buffer.Length;
    }

    /// <summary>Writes what is written already as bytes: it lands in memory, so there is nothing to wait for.</summary>
    public void Say(ReadOnlySpan<byte> bytes) => Write(bytes);

    /// <summary>Passes on what waits once it is worth it.</summary>
    public ValueTask Relieve(CancellationToken cancellation) =>
        _waiting.WrittenCount < Full ? ValueTask.CompletedTask : Drain(cancellation);

    public async ValueTask Drain(CancellationToken cancellation)
    {
        await target.WriteAsync(_waiting.WrittenMemory, cancellation);
        _waiting.ResetWrittenCount();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
