using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads the lines of a stream as they arrive; a line ends with LF, CR, or both.</summary>
internal sealed class LineReader(Stream stream, long maxLength)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private bool _skipsLineFeed;

    /// <summary>Gets the line; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets a value indicating whether the line is terminated; the last one may not be.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns><see langword="true"/> if there is one.</returns>
    /// <exception cref="JsonException">The line is too long.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            if (_skipsLineFeed && _start < _end)
            {
                // The second half of a line break whose first half was the last byte received.
                _start += _buffer[_start] == (byte)'\n' ? 1 : 0;
                searched = Math.Max(searched, _start);
                _skipsLineFeed = false;
            }

            var at = _buffer.AsSpan(searched, _end - searched).IndexOfAny((byte)'\n', (byte)'\r');
            if (at >= 0)
            {
                Take(searched + at);
                return true;
            }

            searched = _end - _start;
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            searched += _start;
            if (read == 0)
            {
                Line = _buffer.AsMemory(_start, _end - _start);
                IsTerminated = false;
                var isLine = _end > _start;
                _start = _end;
                return isLine;
            }

            _end += read;
        }
    }

    private void Take(int end)
    {
        Line = _buffer.AsMemory(_start, end - _start);
        IsTerminated = true;
        _skipsLineFeed = _buffer[end] == (byte)'\r';
        _start = end + 1;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        var length = _end - _start;
        if (length > maxLength)
        {
            throw new JsonException(
                $"a line is longer than {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxResponseBytes)} ({maxLength})"
            );
        }

        // A returned line may still be in use, so its buffer must not change.
        var larger = new byte[Math.Max(_buffer.Length, length * 2)];
        _buffer.AsSpan(_start, length).CopyTo(larger);
        (_buffer, _start, _end) = (larger, 0, length);
    }
}
