using System.Text.Json;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The parts of a definition that the simulator reads: the name, the purpose and the names of the dialogs.</summary>
internal sealed class DefinitionFile
{
    private readonly JsonElement _root;

    private DefinitionFile(JsonElement root) => _root = root;

    public string? Name => NameOf(_root);

    public string? Purpose => Text(_root, "purpose");

    public IEnumerable<string> Dialogs =>
        _root.TryGetProperty("dialogs", out var dialogs) && dialogs.ValueKind == JsonValueKind.Array
            ? dialogs.EnumerateArray().Select(NameOf).OfType<string>()
            : [];

    /// <param name="content">The file.</param>
    /// <param name="pointer">The pointer to the file's id in the body.</param>
    /// <exception cref="RefusalException">400: the file is not a JSON object.</exception>
    public static DefinitionFile Read(ReadOnlyMemory<byte> content, string pointer)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new DefinitionFile(document.RootElement.Clone());
            }
        }
        catch (JsonException)
        {
            // Rejected below, like a file with another JSON value.
        }

        throw RefusalException.BadRequest($"The body is not valid at {pointer}: the definition is not a JSON object.");
    }

    /// <summary>Returns the name. Exports have it once for each language; a plain <c>name</c> is accepted too.</summary>
    private static string? NameOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Text(value, "name") is { } name)
        {
            return name;
        }

        return value.TryGetProperty("localeData", out var locales) && locales.ValueKind == JsonValueKind.Object
            ? locales.EnumerateObject().Select(locale => Text(locale.Value, "name")).FirstOrDefault(text => text is not null)
            : null;
    }

    private static string? Text(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
