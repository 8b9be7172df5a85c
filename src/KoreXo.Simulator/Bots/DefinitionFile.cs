using System.Text.Json;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The parts of a definition that the simulator reads: the name, the purpose and the names of the dialogs.</summary>
internal sealed class DefinitionFile
{
    // Read immediately, so that a file with a broken name is rejected when it is uploaded and not when the name is needed.
    private DefinitionFile(JsonElement root)
    {
        Name = NameOf(root);
        Purpose = Text(root, "purpose");
        Dialogs =
            root.TryGetProperty("dialogs", out var dialogs) && dialogs.ValueKind == JsonValueKind.Array
                ? [.. dialogs.EnumerateArray().Select(NameOf).OfType<string>()]
                : [];
    }

    public string? Name { get; }

    public string? Purpose { get; }

    public IReadOnlyList<string> Dialogs { get; }

    /// <param name="content">The file.</param>
    /// <param name="pointer">The pointer to the file's id in the body.</param>
    /// <exception cref="RefusalException">400: the file is not a JSON object, or a name in it is not valid Unicode.</exception>
    public static DefinitionFile Read(ReadOnlyMemory<byte> content, string pointer)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new DefinitionFile(document.RootElement);
            }
        }
        catch (JsonException)
        {
            // Rejected below, like a file with another JSON value.
        }
        catch (InvalidOperationException)
        {
            throw RefusalException.BadRequest($"The body is not valid at {pointer}: a name in the definition is not valid Unicode.");
        }

        throw RefusalException.BadRequest($"The body is not valid at {pointer}: the definition is not a JSON object.");
    }

    /// <summary>
    /// Returns the name; null if there is none, or an empty one. Exports have it once for each language; a plain <c>name</c> is accepted
    /// too.
    /// </summary>
    private static string? NameOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Text(value, "name") is { Length: > 0 } name)
        {
            return name;
        }

        return value.TryGetProperty("localeData", out var locales) && locales.ValueKind == JsonValueKind.Object
            ? locales.EnumerateObject().Select(locale => Text(locale.Value, "name")).FirstOrDefault(text => text is { Length: > 0 })
            : null;
    }

    private static string? Text(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
