namespace KoreXo.Analyzers.Guards;

/// <summary>How a guard shows that scopes are held.</summary>
internal enum GuardKind
{
    /// <summary>By returning true, or a task with the result true.</summary>
    Answers,

    /// <summary>By returning instead of throwing.</summary>
    Throws,

    /// <summary>By returning a task that completes successfully.</summary>
    ThrowsLater,
}
