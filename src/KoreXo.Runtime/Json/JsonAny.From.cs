using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Runtime;

namespace KoreXo;

/// <content>Conversions from .NET values; null becomes JSON null.</content>
public readonly partial struct JsonAny
{
    /// <summary>Converts a string to JSON; null becomes JSON null.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(string? value) => value is null ? default : new(JsonValueKind.String, value);

    /// <summary>Converts a Boolean to JSON.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(bool value) => new(value ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>Converts a Boolean or null to JSON.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(bool? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts an integer to JSON.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(int value) => new(JsonValueKind.Number, integer: value);

    /// <summary>Converts an integer or null to JSON.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(int? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts an integer to JSON.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(long value) => new(JsonValueKind.Number, integer: value);

    /// <summary>Converts an integer or null to JSON.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(long? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a number to JSON.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public static implicit operator JsonAny(double value) =>
        double.IsFinite(value)
            ? Number(value.ToString(CultureInfo.InvariantCulture))
            : throw new ArgumentException("JSON cannot represent infinity or NaN.", nameof(value));

    /// <summary>Converts a number or null to JSON.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The value is infinite or NaN, which JSON cannot represent.</exception>
    public static implicit operator JsonAny(double? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a number to JSON.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(decimal value) => Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts a number or null to JSON.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(decimal? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a point in time to JSON, as ISO 8601 in UTC.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(DateTimeOffset value) => new(JsonValueKind.String, IsoTime.Text(value));

    /// <summary>Converts a point in time or null to JSON, as ISO 8601 in UTC.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(DateTimeOffset? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a date and time to JSON, as ISO 8601: in UTC or, if its kind is unspecified, without an offset.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(DateTime value) => new(JsonValueKind.String, IsoTime.Text(value));

    /// <summary>Converts a date and time or null to JSON, as ISO 8601: in UTC or, if its kind is unspecified, without an offset.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(DateTime? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a date to JSON, as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(DateOnly value) => new(JsonValueKind.String, IsoTime.Text(value));

    /// <summary>Converts a date or null to JSON, as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(DateOnly? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a time of day to JSON, as <c>HH:mm:ss</c> with a fraction if there is one.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(TimeOnly value) => new(JsonValueKind.String, IsoTime.Text(value));

    /// <summary>Converts a time of day or null to JSON, as <c>HH:mm:ss</c> with a fraction if there is one.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(TimeOnly? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts a GUID to JSON, as 32 digits with hyphens.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(Guid value) => new(JsonValueKind.String, value.ToString());

    /// <summary>Converts a GUID or null to JSON, as 32 digits with hyphens.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(Guid? value) => value is { } given ? (JsonAny)given : default;

    /// <summary>Converts an element, which must outlive the value (clone it if its document will be disposed).</summary>
    /// <param name="value">The element.</param>
    public static implicit operator JsonAny(JsonElement value) => FromElement(value);

    /// <summary>Converts a copy of a node; null becomes JSON null.</summary>
    /// <param name="value">The node, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(JsonNode? value) =>
        value is null ? default : Copy(value, static (writer, value) => value.WriteTo(writer));

    /// <summary>Converts a copy of an array to JSON; null becomes JSON null.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(JsonAny[]? value) => value is null ? default : FromItems(value);

    /// <summary>Converts a copy of a list to JSON; null becomes JSON null.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(List<JsonAny>? value) => value is null ? default : FromItems(value);

    /// <summary>Converts a copy of a dictionary to JSON; null becomes JSON null.</summary>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    public static implicit operator JsonAny(Dictionary<string, JsonAny>? value) => value is null ? default : FromMembers(value);

    /// <summary>Creates an array.</summary>
    /// <param name="items">The items, which are copied.</param>
    /// <returns>The array.</returns>
    public static JsonAny FromItems(IEnumerable<JsonAny> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Copy(
            items,
            static (writer, items) =>
            {
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
            }
        );
    }

    /// <summary>Creates an object.</summary>
    /// <param name="members">The members, which are copied; their order is kept.</param>
    /// <returns>The object.</returns>
    public static JsonAny FromMembers(IEnumerable<KeyValuePair<string, JsonAny>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return Copy(
            members,
            static (writer, members) =>
            {
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
        );
    }

    private static JsonAny Copy<T>(T value, Action<Utf8JsonWriter, T> write) => FromElement(ElementBuilder.Build(value, write));
}
