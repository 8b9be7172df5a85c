using System.Buffers;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>Assembles the items of a stream from its lines.</summary>
internal sealed class ItemReader(LineReader lines, StreamFormat format)
{
    private const byte RecordSeparator = 0x1E;

    private readonly ArrayBufferWriter<byte> _data = new();
    private bool _hasData;
    private bool _isFirst = true;

    /// <summary>Gets the data of the item.</summary>
    public ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>Gets the name of the event.</summary>
    public string? Event { get; private set; }

    /// <summary>Gets the ID of the event, or the last one before it.</summary>
    public string? Id { get; private set; }

    /// <summary>Gets a value indicating whether the item is truncated.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets a value indicating whether the service explicitly ended the stream.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads the next item.</summary>
    /// <returns><see langword="true"/> if there is one.</returns>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        format switch
        {
            StreamFormat.Events => ReadEventAsync(cancellationToken),
            StreamFormat.Lines => ReadLineAsync(cancellationToken),
            _ => ReadRecordAsync(cancellationToken),
        };

    private async ValueTask<bool> ReadEventAsync(CancellationToken cancellationToken)
    {
        Clear();
        Event = null;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var line = _isFirst ? lines.Line[(lines.Line.Length - Utf8Text.WithoutMark(lines.Line.Span).Length)..] : lines.Line;
            _isFirst = false;
            if (line.IsEmpty && lines.IsTerminated)
            {
                if (_hasData)
                {
                    return End(isCut: false);
                }

                Event = null;
                continue;
            }

            Field(line);
        }

        return _hasData && End(isCut: true);
    }

    private void Field(ReadOnlyMemory<byte> line)
    {
        var colon = line.Span.IndexOf((byte)':');
        var name = colon < 0 ? line.Span : line.Span[..colon];
        var value = colon < 0 ? default : line.Span[(colon + 1)..];
        value = value is [(byte)' ', ..] ? value[1..] : value;
        if (name.SequenceEqual("data"u8))
        {
            if (_hasData)
            {
                _data.Write("\n"u8);
            }

            _data.Write(value);
            _hasData = true;
        }
        else if (name.SequenceEqual("event"u8))
        {
            Event = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("id"u8) && value.IndexOf((byte)0) < 0)
        {
            Id = Encoding.UTF8.GetString(value);
        }
    }

    private async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!Utf8Text.TrimStart(lines.Line.Span).IsEmpty)
            {
                (Data, IsCut) = (lines.Line, !lines.IsTerminated);
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> ReadRecordAsync(CancellationToken cancellationToken)
    {
        var isCut = false;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.Line.Span is [RecordSeparator, ..])
            {
                var hadData = _hasData && End(isCut: false);
                Clear();
                Append(lines.Line[1..]);
                isCut = !lines.IsTerminated;
                if (hadData)
                {
                    return true;
                }

                continue;
            }

            Append(lines.Line);
            isCut = !lines.IsTerminated;
        }

        var isLast = _hasData && End(isCut);
        Clear();
        return isLast;
    }

    private void Append(ReadOnlyMemory<byte> line)
    {
        _data.Write(line.Span);
        _data.Write("\n"u8);
        _hasData |= !Utf8Text.TrimStart(line.Span).IsEmpty;
    }

    private bool End(bool isCut)
    {
        Data = _data.WrittenSpan.ToArray();
        IsDone = format == StreamFormat.Events && Utf8Text.TrimStart(Data.Span).TrimEnd((byte)' ').SequenceEqual("[DONE]"u8);
        IsCut = isCut && !IsDone;
        return true;
    }

    private void Clear()
    {
        _data.ResetWrittenCount();
        _hasData = false;
    }
}
