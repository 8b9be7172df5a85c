namespace KoreXo.Cli.Scopes;

/// <summary>How an app stands to a call. The later ones are worse: of several frameworks the worst is told.</summary>
internal enum CallState
{
    /// <summary>The call needs nothing, or only for arguments that nobody can see.</summary>
    NothingNeeded,

    /// <summary>A credential of the app holds what is needed.</summary>
    Held,

    /// <summary>The caller demands it of its own callers, which are checked.</summary>
    Declared,

    /// <summary>A guard asks whether it is held before the call.</summary>
    Guarded,

    /// <summary>It is missing, and the code says that this is known.</summary>
    Suppressed,

    /// <summary>It is missing.</summary>
    Missing,
}
