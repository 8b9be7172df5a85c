namespace KoreXo.Benchmarks.Scopes;

/// <summary>What the methods of a workload do.</summary>
public enum ScopeWorkloadKind
{
    /// <summary>They call no API.</summary>
    NoCall,

    /// <summary>They make a call whose scope is held.</summary>
    Held,

    /// <summary>They make a call whose scope is missing.</summary>
    Missing,

    /// <summary>They ask a guard before.</summary>
    Guarded,
}
