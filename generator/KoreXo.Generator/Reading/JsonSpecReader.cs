using System.Globalization;
using Newtonsoft.Json;

namespace KoreXo.Generator.Reading;

/// <summary>Reads JSON into <see cref="SpecNode"/>s.</summary>
internal static class JsonSpecReader
{
    public static SpecNode Read(string text, CancellationToken cancellationToken)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = SpecText.MaxDepth,
            Culture = CultureInfo.InvariantCulture,
        };
        try
        {
            Advance(reader);
            var root = ReadValue(reader, new PointerStack(), cancellationToken);
            if (reader.Read() && reader.TokenType != JsonToken.Comment)
            {
                throw Fault(reader, "something follows the end of the document", "");
            }

            return root;
        }
        catch (JsonReaderException fault)
        {
            throw new SpecFormatException(
                WithoutPlace(fault.Message),
                Math.Max(0, fault.LineNumber - 1),
                Math.Max(0, fault.LinePosition - 1)
            );
        }
    }

    private static SpecNode ReadValue(JsonTextReader reader, PointerStack pointer, CancellationToken cancellationToken)
    {
        var (line, column) = (reader.LineNumber - 1, Math.Max(0, reader.LinePosition - 1));
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                return ReadObject(reader, pointer, cancellationToken);
            case JsonToken.StartArray:
                var array = SpecNode.Array(line, column);
                for (Advance(reader); reader.TokenType != JsonToken.EndArray; Advance(reader))
                {
                    pointer.Push(array.Items.Count);
                    array.Items.Add(ReadValue(reader, pointer, cancellationToken));
                    pointer.Pop();
                }

                return array;
            case JsonToken.String:
                return SpecNode.Scalar(SpecNodeKind.String, (string)reader.Value!, line, column);
            case JsonToken.Integer:
                return SpecNode.Scalar(SpecNodeKind.Number, Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!, line, column);
            case JsonToken.Float:
                return SpecNode.Scalar(
                    SpecNodeKind.Number,
                    ((double)reader.Value!).ToString("R", CultureInfo.InvariantCulture),
                    line,
                    column
                );
            case JsonToken.Boolean:
                return SpecNode.Scalar(SpecNodeKind.Boolean, (bool)reader.Value! ? "true" : "false", line, column);
            case JsonToken.Null:
                return SpecNode.Scalar(SpecNodeKind.Null, "", line, column);
            default:
                throw Fault(reader, "a JSON value was expected", pointer.ToString());
        }
    }

    private static SpecNode ReadObject(JsonTextReader reader, PointerStack pointer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var node = SpecNode.Object(reader.LineNumber - 1, Math.Max(0, reader.LinePosition - 1));
        for (Advance(reader); reader.TokenType != JsonToken.EndObject; Advance(reader))
        {
            var name = (string)reader.Value!;
            pointer.Push(name);
            var (line, column) = (reader.LineNumber - 1, Math.Max(0, reader.LinePosition - 1));
            Advance(reader);
            if (!node.TryAdd(name, ReadValue(reader, pointer, cancellationToken)))
            {
                throw new SpecFormatException($"the member '{name}' is given twice", line, column, pointer.ToString());
            }

            pointer.Pop();
        }

        return node;
    }

    /// <summary>Goes to the next token that is not a comment.</summary>
    private static void Advance(JsonTextReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw Fault(reader, "the document ends too early", "");
            }
        } while (reader.TokenType == JsonToken.Comment);
    }

    private static SpecFormatException Fault(JsonTextReader reader, string message, string pointer) =>
        new(message, Math.Max(0, reader.LineNumber - 1), Math.Max(0, reader.LinePosition - 1), pointer);

    /// <summary>Drops "Path 'x', line 1, position 2." from the parser's message: the diagnostic says where.</summary>
    private static string WithoutPlace(string message)
    {
        var at = message.IndexOf(" Path '", StringComparison.Ordinal);
        return at < 0 ? message : message.Substring(0, at);
    }
}
