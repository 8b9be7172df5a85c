namespace KoreXo.Cli.Scopes;

/// <summary>The state of a call in an app. Later values are worse: across several frameworks, the worst one is reported.</summary>
internal enum CallState
{
    /// <summary>The call needs no scope, or only for arguments that are not known at compile time.</summary>
    NothingNeeded,

    /// <summary>A credential of the app holds the needed scopes.</summary>
    Held,

    /// <summary>The caller declares the scopes, so its own callers are checked.</summary>
    Declared,

    /// <summary>A guard checks the scopes before the call.</summary>
    Guarded,

    /// <summary>A scope is missing, and the code suppresses the warning.</summary>
    Suppressed,

    /// <summary>A scope is missing.</summary>
    Missing,
}
