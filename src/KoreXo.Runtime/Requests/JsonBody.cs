using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>A JSON body, serialized once into a pooled buffer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonBody : RequestBody
{
    /// <summary>
    /// Marks a writer that writes a request. A writer carries nothing but its options, and nobody else has a reason to choose exactly this
    /// maximum depth.
    /// </summary>
    private const int DepthOfRequests = JsonWriting.MaxDepth + 1;

    private static readonly JsonWriterOptions Options = JsonWriting.Options with { MaxDepth = DepthOfRequests };

    private readonly SharedBuffer _buffer;

    private JsonBody(SharedBuffer buffer) => _buffer = buffer;

    /// <inheritdoc/>
    public override bool CanReplay => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Json => _buffer.Written;

    /// <summary>Checks whether a writer writes a request, which omits members that only the server sets.</summary>
    /// <param name="writer">The writer.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool IsWrittenBy(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.Options.MaxDepth == DepthOfRequests;
    }

    /// <summary>Serializes a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <returns>The body.</returns>
    public static JsonBody Create<T>(T value, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return Write((codec, value), static (writer, state) => state.codec.Write(writer, state.value));
    }

    /// <summary>Serializes an object and adds members that the operation always sends.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, which is written as an object.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="members">The members as JSON without braces, for example <c>"enable":true</c>.</param>
    /// <returns>The body.</returns>
    public static JsonBody Create<T>(T value, JsonCodec<T> codec, ReadOnlySpan<byte> members)
    {
        using var constants = JsonDocument.Parse((byte[])[.. "{"u8, .. members, .. "}"u8]);
        using var own = ParameterText.Parse(value, codec);
        return Write(
            (Own: own.RootElement, Constants: constants.RootElement),
            static (writer, state) =>
            {
                writer.WriteStartObject();
                Members(writer, state.Own, state.Constants);
                Members(writer, state.Constants, without: default);
                writer.WriteEndObject();
            }
        );
    }

    /// <summary>Creates a body from what is written.</summary>
    internal static JsonBody Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new SharedBuffer();
        using var writer = new Utf8JsonWriter(buffer, Options);
        try
        {
            write(writer, state);
            writer.Flush();
            return new JsonBody(buffer);
        }
        catch (InvalidOperationException fault) when (writer.CurrentDepth >= JsonWriting.MaxDepth)
        {
            // The writer must not flush into the buffer when it is disposed.
            writer.Reset();
            buffer.Release();
            throw new ArgumentException(
                $"The request body is nested deeper than {JsonWriting.MaxDepth} levels or contains itself.",
                nameof(state),
                fault
            );
        }
        catch
        {
            writer.Reset();
            buffer.Release();
            throw;
        }
    }

    internal override void Collect(string[] names, Action<string> found)
    {
        var reader = new Utf8JsonReader(Json.Span, JsonReading.OwnOptions);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && names.Contains(JsonString.Get(ref reader), StringComparer.Ordinal))
            {
                reader.Read();
                Take(ref reader, found);
            }
        }
    }

    internal override RequestBody Share()
    {
        _buffer.Hold();
        return new JsonBody(_buffer);
    }

    internal override HttpContent CreateContent() => new SharedBufferContent(_buffer);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _buffer.Release();
        base.Dispose();
    }

    /// <summary>Writes the members that the other object does not have: no name is sent twice.</summary>
    private static void Members(Utf8JsonWriter writer, JsonElement value, JsonElement without)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (without.ValueKind == JsonValueKind.Undefined || !without.TryGetProperty(member.Name, out _))
            {
                writer.WritePropertyName(member.Name);
                JsonWriting.Element(writer, member.Value);
            }
        }
    }

    /// <summary>Collects the strings and numbers of the value that the reader is on.</summary>
    private static void Take(ref Utf8JsonReader reader, Action<string> found)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                found(JsonString.Get(ref reader));
                found(Encoding.UTF8.GetString(reader.ValueSpan)); // as it was written
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                found(Encoding.UTF8.GetString(reader.ValueSpan));
            }
        } while (
            (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read()
        );
    }
}
