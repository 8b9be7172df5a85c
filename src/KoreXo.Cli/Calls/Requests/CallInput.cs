using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>The checked arguments of one call.</summary>
/// <param name="Values">The values of the arguments that are given.</param>
/// <param name="Body">The JSON body, or the values of a form; null if none is sent.</param>
/// <param name="BodyText">What <c>--body</c> says, where the body is not JSON: text, or the file of a binary one.</param>
internal sealed record CallInput(IReadOnlyDictionary<CallArgument, JsonNode?> Values, JsonNode? Body, string? BodyText)
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the value of a parameter as JSON; null if it is not given.</summary>
    public JsonElement? Element(ParameterModel parameter) =>
        Values.FirstOrDefault(entry => entry.Key.Parameter == parameter).Value is { } value ? ToElement(value) : null;

    /// <summary>Returns the value of a parameter as one string; null if it is not given and has no default.</summary>
    public string? Text(ParameterModel parameter) =>
        parameter.Constant
        ?? Element(parameter) switch
        {
            null => parameter.Default,
            { ValueKind: JsonValueKind.Array } list => string.Join(parameter.Separator ?? ",", Texts(list)),
            { } value => Text(value),
        };

    public static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(Text)];

    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // By hand, and not by a serializer: that would look for the type of the value by reflection, which may be turned off.
    public static JsonElement ToElement(JsonNode? value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Unescaped))
        {
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        }

        using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }
}
