namespace KoreXo.Runtime;

/// <summary>What to do with a page.</summary>
internal enum PageDecision
{
    /// <summary>Give it.</summary>
    Good,

    /// <summary>End the list without it.</summary>
    End,

    /// <summary>It was given before, though there is more.</summary>
    Repeated,

    /// <summary>It is one of too many without items, though there is more.</summary>
    Endless,
}
