using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The place of a page: a number or a text of the server's, and the size of the pages.</summary>
/// <param name="Cursor">The text of the server's; of <see cref="PagingStyle.Cursor"/> only, and not on the first page.</param>
/// <param name="Number">The offset or the number of the page.</param>
/// <param name="Size">The size asked for; <see langword="null"/> to leave it to the server.</param>
/// <param name="ItemsBefore">How many items are before the page; <see langword="null"/> if that is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePosition(string? Cursor, long Number, long? Size, long? ItemsBefore)
{
    private const int Version = 1;
    private const string What = "continuation";

    // Part of tokens that users keep: never renamed, or their lists cannot go on.
    private const string PositionKey = "p";
    private const string SizeKey = "s";
    private const string CountKey = "n";

    /// <summary>Gives the place to begin at.</summary>
    public static PagePosition Begin(PagingDescriptor paging, PageStart start, int? pageSize)
    {
        if (pageSize is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(pageSize));
        }

        var size = Clamp(pageSize ?? start.Size ?? paging.MaxSize, paging);
        if (paging.Style == PagingStyle.Cursor || start.Position is null)
        {
            return new PagePosition(start.Position, paging.Start, size, start.Position is null ? 0 : null);
        }

        return long.TryParse(start.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PagePosition(null, number, size, CountBefore(paging, number, size))
            : throw new ArgumentException("The position of the first page must be a number that is not negative.", nameof(start));
    }

    /// <summary>Reads the place from a continuation.</summary>
    public static PagePosition Continue(PagingDescriptor paging, string operation, string continuation, int? pageSize)
    {
        using var json = ContinuationToken.Decode(continuation, What, Version, operation, nameof(continuation));
        if (
            !TryRead(json.RootElement, paging, out var cursor, out var number, out var size)
            || (json.RootElement.TryGetProperty(CountKey, out var count) && !IsCount(count))
        )
        {
            throw ContinuationToken.Broken(What, nameof(continuation));
        }

        if (paging.Style == PagingStyle.Page && pageSize is { } other && Clamp(other, paging) != size)
        {
            throw new ArgumentException("A list of numbered pages goes on only with the page size it began with.", nameof(pageSize));
        }

        return Begin(paging, new PageStart(null, size), pageSize) with
        {
            Cursor = cursor,
            Number = number,
            ItemsBefore = count.ValueKind == JsonValueKind.Number ? count.GetInt64() : CountBefore(paging, number, size),
        };
    }

    /// <summary>Writes the place as a continuation.</summary>
    public string Encode(string operation) =>
        ContinuationToken.Encode(
            Version,
            operation,
            this,
            static (writer, position) =>
            {
                if (position.Cursor is { } cursor)
                {
                    writer.WriteString(PositionKey, cursor);
                }
                else
                {
                    writer.WriteNumber(PositionKey, position.Number);
                }

                if (position.Size is { } size)
                {
                    writer.WriteNumber(SizeKey, size);
                }

                if (position.ItemsBefore is { } before)
                {
                    writer.WriteNumber(CountKey, before);
                }
            }
        );

    private static bool TryRead(JsonElement json, PagingDescriptor paging, out string? cursor, out long number, out long? size)
    {
        (cursor, number, size) = (null, paging.Start, null);
        if (json.TryGetProperty(SizeKey, out var stored))
        {
            if (stored.ValueKind != JsonValueKind.Number || !stored.TryGetInt64(out var given) || given <= 0)
            {
                return false;
            }

            size = given;
        }

        if (!json.TryGetProperty(PositionKey, out var position))
        {
            return false;
        }

        if (paging.Style == PagingStyle.Cursor)
        {
            cursor = position.ValueKind == JsonValueKind.String ? position.GetString() : null;
            return cursor is not null;
        }

        return position.ValueKind == JsonValueKind.Number && position.TryGetInt64(out number) && number >= 0;
    }

    private static bool IsCount(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) && number >= 0;

    private static long? CountBefore(PagingDescriptor paging, long number, long? size) =>
        paging.Style switch
        {
            PagingStyle.Offset => number - paging.Start,
            PagingStyle.Page => (number - paging.Start) * size,
            _ => null,
        };

    private static long? Clamp(long? size, PagingDescriptor paging) => size > paging.MaxSize ? paging.MaxSize : size;
}
