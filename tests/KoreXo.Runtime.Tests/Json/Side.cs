using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A value set as the generator emits one: known values, and all others.</summary>
internal readonly record struct Side(string Value) : IParsable<Side>
{
    public static Side Left => new("left");

    public static Side Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out Side result)
    {
        result = new(s ?? "");
        return s is not null;
    }

    public override string ToString() => Value;
}

internal sealed class SideCodec : ValueSetCodec<Side>
{
    public static readonly SideCodec Instance = new();

    public override Side Read(ref Utf8JsonReader reader) => new(JsonReading.String(ref reader));
}
