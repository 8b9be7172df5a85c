namespace KoreXo.Analyzers.Guards;

/// <summary>How a guard tells that scopes are held.</summary>
internal enum GuardKind
{
    /// <summary>By being true, or by a task that gives true.</summary>
    Answers,

    /// <summary>By returning at all.</summary>
    Throws,

    /// <summary>By a task that ends well.</summary>
    ThrowsLater,
}
