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
    private const long MostItems = long.MaxValue / 4;

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
    /// <exception cref="ArgumentException">It is broken, not signed, of another operation or version, or of another page size.</exception>
    public static PagePosition Continue(
        PagingDescriptor paging,
        string operation,
        TokenSignature signature,
        string continuation,
        int? pageSize
    )
    {
        var stored =
            ContinuationToken.Decode(continuation, What, Version, operation, signature, nameof(continuation), json => Read(json, paging))
            ?? throw ContinuationToken.Broken(What, nameof(continuation));
        if (paging.Style == PagingStyle.Page && pageSize is { } other && Clamp(other, paging) != stored.Size)
        {
            throw new ArgumentException("A list of numbered pages goes on only with the page size it began with.", nameof(pageSize));
        }

        return Begin(paging, new PageStart(null, stored.Size), pageSize) with
        {
            Cursor = stored.Cursor,
            Number = stored.Number,
            ItemsBefore = stored.ItemsBefore ?? CountBefore(paging, stored.Number, stored.Size),
        };
    }

    /// <summary>Writes the place as a continuation.</summary>
    public string Encode(string operation, TokenSignature signature) =>
        ContinuationToken.Encode(
            Version,
            operation,
            signature,
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

    private static PagePosition? Read(JsonElement json, PagingDescriptor paging)
    {
        if (
            !TryCount(json, SizeKey, out var size)
            || size == 0
            || !TryCount(json, CountKey, out var before)
            || !json.TryGetProperty(PositionKey, out var position)
        )
        {
            return null;
        }

        if (paging.Style == PagingStyle.Cursor)
        {
            return position.ValueKind == JsonValueKind.String ? new PagePosition(position.GetString(), paging.Start, size, before) : null;
        }

        return TryCount(json, PositionKey, out var number) ? new PagePosition(null, number!.Value, size, before) : null;
    }

    /// <summary>Reads a number that is not negative, and so far from the largest that the next page has one too.</summary>
    private static bool TryCount(JsonElement json, string name, out long? count)
    {
        count = null;
        if (!json.TryGetProperty(name, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) || number is < 0 or > MostItems)
        {
            return false;
        }

        count = number;
        return true;
    }

    private static long? CountBefore(PagingDescriptor paging, long number, long? size) =>
        paging.Style switch
        {
            PagingStyle.Offset => number - paging.Start,
            PagingStyle.Page => number - paging.Start < MostItems / (size ?? 1) ? (number - paging.Start) * size : null,
            _ => null,
        };

    private static long? Clamp(long? size, PagingDescriptor paging) => size > paging.MaxSize ? paging.MaxSize : size;
}
