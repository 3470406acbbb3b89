using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Shared;

/// <summary>
/// Where views write: HTML in the bytes that browsers get, from the first piece on, in memory that is lent. What was written can be handed on to
/// another writer whole, as a layout does with the page inside it.
/// </summary>
public sealed class HtmlWriter : TextWriter, IHtmlContent
{
    private const int SegmentSize = 16 * 1024;

    private readonly List<ArraySegment<byte>> full = [];
    private byte[] current = [];
    private int used;
    private char half;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>How many bytes were written.</summary>
    public int Length
    {
        get
        {
            var length = used;
            foreach (var segment in full)
            {
                length += segment.Count;
            }

            return length;
        }
    }

    public override void Write(char value)
    {
        if (char.IsAscii(value) && half == default && used < current.Length)
        {
            current[used++] = (byte)value;
        }
        else
        {
            Write([value]);
        }
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(StringBuilder? value)
    {
        foreach (var chunk in value?.GetChunks() ?? default)
        {
            Write(chunk.Span);
        }
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (half != default && !buffer.IsEmpty)
        {
            ReadOnlySpan<char> pair = [half, buffer[0]];
            half = default;
            var isPair = char.IsLowSurrogate(buffer[0]);
            Encode(isPair ? pair : pair[..1]);
            buffer = isPair ? buffer[1..] : buffer;
        }

        // One half of a character may come with the next piece.
        if (!buffer.IsEmpty && char.IsHighSurrogate(buffer[^1]))
        {
            half = buffer[^1];
            buffer = buffer[..^1];
        }

        Encode(buffer);
    }

    /// <summary>Writes what is UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        Settle();
        while (utf8.Length > current.Length - used)
        {
            var fits = current.Length - used;
            utf8[..fits].CopyTo(current.AsSpan(used));
            used += fits;
            utf8 = utf8[fits..];
            Grow();
        }

        utf8.CopyTo(current.AsSpan(used));
        used += utf8.Length;
    }

    /// <summary>Writes a number as programs read it.</summary>
    public override void Write(int value)
    {
        Settle();
        int written;
        while (!Utf8Formatter.TryFormat(value, current.AsSpan(used), out written))
        {
            Grow();
        }

        used += written;
    }

    /// <summary>Writes a date as programs read it.</summary>
    public void Write(DateTime value, [StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string format)
    {
        Settle();
        int written;
        while (!value.TryFormat(current.AsSpan(used), out written, format, CultureInfo.InvariantCulture))
        {
            Grow();
        }

        used += written;
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Hands everything on; nothing is left here.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (writer is HtmlWriter html)
        {
            html.Take(this);
        }
        else
        {
            writer.Write(ToString());
            Release();
        }
    }

    /// <summary>Copies everything into what sends it; nothing is left here.</summary>
    public void MoveTo(IBufferWriter<byte> output)
    {
        foreach (var segment in full)
        {
            output.Write(segment.AsSpan());
        }

        output.Write(current.AsSpan(0, used));
        Release();
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        var at = 0;
        foreach (var segment in full)
        {
            segment.CopyTo(bytes, at);
            at += segment.Count;
        }

        current.AsSpan(0, used).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    public override string ToString() => Encoding.UTF8.GetString(ToArray());

    protected override void Dispose(bool disposing)
    {
        Release();
        base.Dispose(disposing);
    }

    /// <summary>Goes on in the memory of the other one.</summary>
    private void Take(HtmlWriter other)
    {
        Settle();
        other.Settle();
        if (used > 0)
        {
            full.Add(new(current, 0, used));
        }
        else
        {
            Return(current);
        }

        full.AddRange(other.full);
        (current, used) = (other.current, other.used);
        other.full.Clear();
        (other.current, other.used) = ([], 0);
    }

    /// <summary>What comes next can't be the other half.</summary>
    private void Settle()
    {
        if (half != default)
        {
            Encode([half]);
            half = default;
        }
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var status = Utf8.FromUtf16(text, current.AsSpan(used), out var read, out var written);
            used += written;
            text = text[read..];
            if (status == OperationStatus.DestinationTooSmall)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        if (current.Length > 0)
        {
            full.Add(new(current, 0, used));
        }

        (current, used) = (ArrayPool<byte>.Shared.Rent(SegmentSize), 0);
    }

    private void Release()
    {
        foreach (var segment in full)
        {
            Return(segment.Array!);
        }

        full.Clear();
        Return(current);
        (current, used) = ([], 0);
    }

    private static void Return(byte[] segment)
    {
        if (segment.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(segment);
        }
    }
}
