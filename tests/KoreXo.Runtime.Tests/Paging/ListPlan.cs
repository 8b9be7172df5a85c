namespace KoreXo.Runtime.Tests;

/// <summary>
/// A list on a server, and how the server lies about it, read from random bytes, so that fewer and smaller bytes are a simpler plan.
/// </summary>
internal sealed record ListPlan
{
    public required PagingStyle Style { get; init; }

    public required PagingLocation In { get; init; }

    public required Shape Answer { get; init; }

    public required int Count { get; init; }

    /// <summary>Gets the size of a page that the client asks for, if it does.</summary>
    public required int? Size { get; init; }

    /// <summary>Gets the size that the server allows, whatever is asked for.</summary>
    public required int Cap { get; init; }

    public required Sign More { get; init; }

    public required Sign Total { get; init; }

    public required Behind Beyond { get; init; }

    /// <summary>Gets how many empty pages with another cursor come before each page of a list by cursor.</summary>
    public required int Empty { get; init; }

    /// <summary>Gets which attempts fail for a passing reason: each of this number; none if 0.</summary>
    public required int FaultEach { get; init; }

    /// <summary>Gets the page after which the process ends, and another takes the list up; none if 0.</summary>
    public required int RestartAfter { get; init; }

    public bool HasSigns => Answer != Shape.Array;

    /// <summary>Gets whether a full page always comes where there is one, and every sign is true.</summary>
    public bool IsHonest =>
        Beyond == Behind.Nothing
        && !(HasSigns && (More is Sign.Never or Sign.Always || Total is Sign.Never or Sign.Always))
        && (
            Style == PagingStyle.Cursor
            || (HasSigns && More == Sign.True)
            || (HasSigns && Total == Sign.True)
            || Size is null
            || Cap >= Size
        );

    public static ListPlan Read(byte[] bytes)
    {
        var at = 0;
        int Next(int below) => at < bytes.Length ? bytes[at++] % below : 0;
        var style = (PagingStyle)Next(3);
        return new ListPlan
        {
            Style = style,
            In = (PagingLocation)Next(2),
            Answer = style == PagingStyle.Cursor ? (Shape)Next(2) : (Shape)Next(3),
            Count = Next(40),
            Size = Next(8) is > 0 and var size ? size : null,
            Cap = 1 + Next(9),
            More = style == PagingStyle.Cursor ? (Next(2) == 0 ? Sign.True : Sign.Always) : (Sign)Next(4),
            Total = (Sign)Next(4),
            Beyond = (Behind)Next(4),
            Empty = Next(3),
            FaultEach = Next(2) * 17,
            RestartAfter = Next(5),
        };
    }

    /// <summary>The shape of an answer.</summary>
    public enum Shape
    {
        Object,
        Keyed,
        Array,
    }

    /// <summary>What the server says of the end.</summary>
    public enum Sign
    {
        True,
        Absent,
        Never,
        Always,
    }

    /// <summary>What the server gives for a position behind the end.</summary>
    public enum Behind
    {
        Nothing,
        LastPage,
        FirstPageAgain,
        HeedsNoPosition,
    }
}
