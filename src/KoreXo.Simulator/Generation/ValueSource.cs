using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KoreXo.Simulator.Generation;

/// <summary>A pseudorandom number generator that gives the same numbers for the same seed on every machine and in every run.</summary>
internal sealed class ValueSource
{
    private ulong _state;

    public ValueSource(string seed) => _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>Returns a number from 0 up to, but not including, the limit.</summary>
    public int Next(int limit) => (int)(NextBits() % (uint)limit);

    public bool NextFlag() => Next(2) == 1;

    public T Pick<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    public string Digits(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
        {
            text.Append(NextBits().ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString(0, count);
    }

    /// <summary>Implements SplitMix64.</summary>
    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
