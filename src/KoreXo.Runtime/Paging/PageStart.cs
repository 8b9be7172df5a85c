using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The caller's arguments for paging.</summary>
/// <param name="Position">The start position; <see langword="null"/> for the first page.</param>
/// <param name="Size">The page size; <see langword="null"/> for the largest.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PageStart(string? Position, long? Size)
{
    /// <summary>Reads the caller's arguments from the request body.</summary>
    internal static PageStart Of(RequestBody? body, PagingDescriptor paging)
    {
        if (body is not { Json.IsEmpty: false })
        {
            return default;
        }

        using var json = JsonDocument.Parse(body.Json, JsonReading.OwnDocumentOptions);
        var size = Text(json.RootElement, paging.Size);
        return new PageStart(
            Text(json.RootElement, paging.Position),
            long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
        );
    }

    private static string? Text(JsonElement root, string? place) =>
        place is null
            ? null
            : JsonPointer.Parse(place).Find(root) switch
            {
                { ValueKind: JsonValueKind.String or JsonValueKind.Number } value => value.ToString(),
                _ => null,
            };
}
