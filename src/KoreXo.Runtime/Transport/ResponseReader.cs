using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads a response with a codec, or reports what came instead.</summary>
internal static class ResponseReader
{
    public static T Read<T, TState>(ApiResponse response, TState state, Reading<T, TState> read)
    {
        var body = Utf8Text.TrimStart(response.Body);
        if (body.IsEmpty)
        {
            throw Unreadable(response, "the response body is empty, but a value was expected", fault: null);
        }

        if (body[0] == '<')
        {
            throw Unreadable(
                response,
                $"the response is not JSON but {ResponseErrors.Shown(response.Call, ErrorBody.Read(body).Message)}; check the endpoint, and whether a proxy or a login page responded instead",
                fault: null
            );
        }

        var reader = new Utf8JsonReader(body, JsonReading.Options);
        try
        {
            reader.Read();
            var value = read(ref reader, body, state);
            reader.Read(); // rejects data after the value
            return value;
        }
        catch (Exception fault) when (fault is not KoreXoException)
        {
            throw Unreadable(response, $"the response cannot be read, near byte {reader.TokenStartIndex}: {fault.Message}", fault);
        }
    }

    public static T Read<T>(ApiResponse response, JsonCodec<T> codec) =>
        codec is PlainTextCodec && !IsJsonText(response)
            ? (T)(object)Encoding.UTF8.GetString(response.Body)
            : Read(response, codec, static (ref Utf8JsonReader reader, ReadOnlySpan<byte> _, JsonCodec<T> state) => state.Read(ref reader));

    /// <summary>Checks whether a string is a single JSON string rather than plain text: a table may start with a quote too.</summary>
    private static bool IsJsonText(ApiResponse response)
    {
        var body = Utf8Text.TrimStart(response.Body);
        if (
            body is not [(byte)'"', ..]
            || response.Call.Attempt.Answer?.Content.Headers.ContentType?.MediaType is { } type and not "text/plain"
                && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        var reader = new Utf8JsonReader(body, JsonReading.Options);
        try
        {
            return reader.Read() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Creates the exception for a call that was applied, but whose result is lost.</summary>
    public static KoreXoException Unreadable(ApiResponse response, string reason, Exception? fault)
    {
        var call = response.Call;
        var facts = call.Facts() with { Status = response.Status, Body = Text(call, response.Body), MayHaveBeenApplied = true };
        return call.End(
            new KoreXoException(
                ResponseErrors.Message(call, $"{StatusText.Format(response.Status)}, but {call.RedactReason(reason)}"),
                facts,
                fault
            )
        );
    }

    public static string? Text(CallState call, ReadOnlySpan<byte> body) =>
        call.RedactBody(Encoding.UTF8.GetString(body[..Math.Min(body.Length, ResponseErrors.BodyLimit)]));

    /// <summary>Reads a value; the reader is on its first token, and its positions are offsets in <paramref name="json"/>.</summary>
    public delegate T Reading<out T, in TState>(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, TState state);
}
