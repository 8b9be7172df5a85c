using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The position of a page, a number or the server's cursor, and the page size.</summary>
/// <param name="Cursor">The server's cursor; only for <see cref="PagingStyle.Cursor"/>, and not on the first page.</param>
/// <param name="Number">The offset or the page number.</param>
/// <param name="Size">The page size to request; <see langword="null"/> to leave it to the server.</param>
/// <param name="ItemsBefore">The number of items before the page; <see langword="null"/> if unknown.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePosition(string? Cursor, long Number, long? Size, long? ItemsBefore)
{
    private const int Version = 1;
    private const string What = "continuation token";
    private const long MostItems = long.MaxValue / 4;

    // Part of tokens that users store: renaming it would break them.
    private const string PositionKey = "p";
    private const string SizeKey = "s";
    private const string CountKey = "n";

    /// <summary>Gets the position of the first page.</summary>
    public static PagePosition Begin(PagingDescriptor paging, PageStart start, int? pageSize)
    {
        if (pageSize is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given, nameof(pageSize));
        }

        var size = Clamp(pageSize ?? start.Size ?? paging.DefaultSize ?? paging.MaxSize, paging);
        if (paging.Style == PagingStyle.Cursor || start.Position is null)
        {
            return new PagePosition(start.Position, paging.Start, size, start.Position is null ? 0 : null);
        }

        return long.TryParse(start.Position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PagePosition(null, number, size, CountBefore(paging, number, size))
            : throw new ArgumentException("The position of the first page must be a non-negative number.", nameof(start));
    }

    /// <summary>Reads the position from a continuation token.</summary>
    /// <exception cref="ArgumentException">The token is corrupt, not signed, or of another operation, version or page size.</exception>
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
            throw new ArgumentException("A list of numbered pages can only be resumed with its original page size.", nameof(pageSize));
        }

        return Begin(paging, new PageStart(null, stored.Size), pageSize) with
        {
            Cursor = stored.Cursor,
            Number = stored.Number,
            ItemsBefore = stored.ItemsBefore ?? CountBefore(paging, stored.Number, stored.Size),
        };
    }

    /// <summary>Encodes the position as a continuation token.</summary>
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

    /// <summary>Reads a non-negative number, small enough that the next page has a number too.</summary>
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

    // Stryker disable once Equality : an equal size stays what it is
    private static long? Clamp(long? size, PagingDescriptor paging) => size > paging.MaxSize ? paging.MaxSize : size;
}
