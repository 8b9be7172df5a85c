using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>What the caller said about the pages.</summary>
/// <param name="Position">Where to begin; <see langword="null"/> for the first page.</param>
/// <param name="Size">The size of a page; <see langword="null"/> for the largest.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PageStart(string? Position, long? Size)
{
    /// <summary>Reads what the caller said in the body of the call.</summary>
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
