using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The place of a page: a number or a text of the server's, and the size of the pages.</summary>
/// <param name="Cursor">The text of the server's; of <see cref="PagingStyle.Cursor"/> only, and not on the first page.</param>
/// <param name="Number">The offset or the number of the page.</param>
/// <param name="Size">The size asked for; <see langword="null"/> to leave it to the server.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePosition(string? Cursor, long Number, long? Size)
{
    private const int Version = 1;

    /// <summary>Gives the place to begin at.</summary>
    public static PagePosition Begin(PagingDescriptor paging, PageStart start, int? pageSize)
    {
        if (pageSize is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(pageSize));
        }

        var size = Cut(pageSize ?? start.Size ?? paging.MaxSize, paging);
        if (paging.Style == PagingStyle.Cursor || start.Position is null)
        {
            return new PagePosition(start.Position, paging.Start, size);
        }

        return long.TryParse(start.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PagePosition(null, number, size)
            : throw new ArgumentException("The position of the first page must be a number that is not negative.", nameof(start));
    }

    /// <summary>Reads the place from a continuation.</summary>
    public static PagePosition Continue(PagingDescriptor paging, string operation, string continuation, int? pageSize)
    {
        using var json = OpaqueText.Decode(continuation, "continuation", Version, operation, nameof(continuation));
        var size = json.RootElement.TryGetProperty("s", out var stored) ? stored.GetInt64() : (long?)null;
        if (paging.Style == PagingStyle.Page && pageSize is { } other && Cut(other, paging) != size)
        {
            throw new ArgumentException("A list of numbered pages goes on only with the page size it began with.", nameof(pageSize));
        }

        var begin = Begin(paging, new PageStart(null, size), pageSize);
        var position = json.RootElement.GetProperty("p");
        return position.ValueKind == JsonValueKind.String
            ? begin with { Cursor = position.GetString() }
            : begin with { Number = position.GetInt64() };
    }

    /// <summary>Writes the place as a continuation.</summary>
    public string Encode(string operation) => OpaqueText.Encode(Version, operation, this, static (writer, position) =>
    {
        if (position.Cursor is { } cursor)
        {
            writer.WriteString("p", cursor);
        }
        else
        {
            writer.WriteNumber("p", position.Number);
        }

        if (position.Size is { } size)
        {
            writer.WriteNumber("s", size);
        }
    });

    private static long? Cut(long? size, PagingDescriptor paging) => size > paging.MaxSize ? paging.MaxSize : size;
}
