using System.Text.Json;
using System.Text.Unicode;

namespace KoreXo.Runtime;

/// <summary>
/// Opaque strings that a user stores: base64url of JSON that contains version and operation, followed by a dot and a signature if there is
/// a key.
/// </summary>
internal static class ContinuationToken
{
    private const char Separator = '.';

    public static string Encode<TState>(
        int version,
        string operation,
        TokenSignature signature,
        TState state,
        Action<Utf8JsonWriter, TState> write
    )
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
        var content = Base64Url.Encode(json.Span);
        return signature.IsRequired ? $"{content}{Separator}{Base64Url.Encode(signature.Sign(json.Span))}" : content;
    }

    /// <summary>Decodes such a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="version">The supported version.</param>
    /// <param name="operation">The operation that it must belong to.</param>
    /// <param name="signature">The required signature.</param>
    /// <param name="parameter">The parameter that it was passed in.</param>
    /// <param name="read">Reads the content.</param>
    /// <exception cref="ArgumentException">The string is corrupt, not signed, or of another operation or version.</exception>
    public static T Decode<T>(
        string text,
        string what,
        int version,
        string operation,
        TokenSignature signature,
        string parameter,
        Func<JsonElement, T> read
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        var content = Open(text, what, signature, parameter);
        try
        {
            using var json = JsonDocument.Parse(content, JsonReading.OwnDocumentOptions);
            return Problem(json.RootElement, what, version, operation) is { } problem
                ? throw new ArgumentException(problem, parameter)
                : read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            // An unpaired surrogate, for example, is detected only when the string is read.
            throw Broken(what, parameter, fault);
        }
    }

    public static ArgumentException Broken(string what, string parameter, Exception? fault = null) =>
        new($"The string is not a {what}, or is truncated.", parameter, fault);

    private static byte[] Open(string text, string what, TokenSignature signature, string parameter)
    {
        var dot = text.IndexOf(Separator, StringComparison.Ordinal);
        if (!Base64Url.TryDecode(dot < 0 ? text : text[..dot], out var content) || !Utf8.IsValid(content))
        {
            throw Broken(what, parameter);
        }

        if (dot >= 0 && !signature.IsRequired)
        {
            throw new ArgumentException(
                $"The {what} is signed, but the client has no key to verify it. Add the key to {TokenSignature.Setting}.",
                parameter
            );
        }

        var isSigned = dot >= 0 && Base64Url.TryDecode(text[(dot + 1)..], out var given) && signature.IsValid(content, given);
        return isSigned || !signature.IsRequired
            ? content
            : throw new ArgumentException(
                $"The {what} is not signed with a key of {TokenSignature.Setting}: it was modified or created elsewhere.",
                parameter
            );
    }

    private static string? Problem(JsonElement json, string what, int version, string operation)
    {
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("v", out var v)
            || v.ValueKind != JsonValueKind.Number
            || !json.TryGetProperty("op", out var op)
            || op.ValueKind != JsonValueKind.String
        )
        {
            return $"The string is not a {what}, or is truncated.";
        }

        if (!v.TryGetInt32(out var given) || given != version)
        {
            return $"The {what} has version {v.GetRawText()}; this library reads version {version}.";
        }

        return op.GetString() == operation ? null : $"The {what} belongs to operation '{op.GetString()}', not to '{operation}'.";
    }
}
