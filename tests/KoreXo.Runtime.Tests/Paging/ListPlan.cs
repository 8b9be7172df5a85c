namespace KoreXo.Runtime.Tests;

/// <summary>
/// A list on a server, and how the server lies about it, decoded from random bytes so that fewer and smaller bytes are a simpler plan.
/// </summary>
internal sealed record ListPlan
{
    public required PagingStyle Style { get; init; }

    public required PagingLocation In { get; init; }

    public required Shape Answer { get; init; }

    public required int Count { get; init; }

    /// <summary>Gets the page size that the client requests, if any.</summary>
    public required int? Size { get; init; }

    /// <summary>Gets the page size that the server allows, whatever is requested.</summary>
    public required int Cap { get; init; }

    public required Sign More { get; init; }

    public required Sign Total { get; init; }

    public required Behind Beyond { get; init; }

    /// <summary>Gets the number of empty pages, each with another cursor, before each page of a cursor list.</summary>
    public required int Empty { get; init; }

    /// <summary>Gets the interval of attempts that fail for a transient reason; 0 for none.</summary>
    public required int FaultEach { get; init; }

    /// <summary>Gets the page after which the process ends and another one resumes the list; 0 for none.</summary>
    public required int RestartAfter { get; init; }

    public bool HasSigns => Answer != Shape.Array;

    /// <summary>Gets a value indicating whether pages are full as long as there are items, and every signal is true.</summary>
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

    /// <summary>The shape of a response.</summary>
    public enum Shape
    {
        Object,
        Keyed,
        Array,
    }

    /// <summary>What the server reports about the end.</summary>
    public enum Sign
    {
        True,
        Absent,
        Never,
        Always,
    }

    /// <summary>What the server returns for a position after the end.</summary>
    public enum Behind
    {
        Nothing,
        LastPage,
        FirstPageAgain,
        HeedsNoPosition,
    }
}
