namespace KoreXo.Runtime;

/// <summary>What to do with a page.</summary>
internal enum PageDecision
{
    /// <summary>Return it.</summary>
    Good,

    /// <summary>End the list without it.</summary>
    End,

    /// <summary>It was returned before, although there is more.</summary>
    Repeated,

    /// <summary>It is one of too many without items, although there is more.</summary>
    Endless,
}
