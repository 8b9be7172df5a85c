using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Texts that a user keeps without looking into them: base64url of JSON that names its version and operation.</summary>
internal static class ContinuationToken
{
    public static string Encode<TState>(int version, string operation, TState state, Action<Utf8JsonWriter, TState> write)
    {
        var json = JsonWriting.ToBytes(
            (version, operation, state, write),
            static (writer, given) =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("v", given.version);
                writer.WriteString("op", given.operation);
                given.write(writer, given.state);
                writer.WriteEndObject();
            }
        );
        return Base64Url.Encode(json.Span);
    }

    /// <summary>Reads such a text.</summary>
    /// <exception cref="ArgumentException">The text is broken, or of another operation or version.</exception>
    public static JsonDocument Decode(string text, string what, int version, string operation, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        JsonDocument? json = null;
        try
        {
            json = Base64Url.TryDecode(text, out var bytes) ? JsonDocument.Parse(bytes) : null;
        }
        catch (JsonException)
        {
            // As broken as what is no base64.
        }

        var problem = Problem(json?.RootElement, what, version, operation);
        if (problem is not null)
        {
            json?.Dispose();
            throw new ArgumentException(problem, parameter);
        }

        return json!;
    }

    public static ArgumentException Broken(string what, string parameter) =>
        new($"The text is not a {what}, or not all of one.", parameter);

    private static string? Problem(JsonElement? root, string what, int version, string operation)
    {
        if (
            root is not { ValueKind: JsonValueKind.Object } json
            || !json.TryGetProperty("v", out var v)
            || v.ValueKind != JsonValueKind.Number
            || !json.TryGetProperty("op", out var op)
            || op.ValueKind != JsonValueKind.String
        )
        {
            return $"The text is not a {what}, or not all of one.";
        }

        if (!v.TryGetInt32(out var given) || given != version)
        {
            return $"The {what} is of version {v.GetRawText()}; this library reads version {version}.";
        }

        return op.GetString() == operation ? null : $"The {what} belongs to operation '{op.GetString()}', not to '{operation}'.";
    }
}
