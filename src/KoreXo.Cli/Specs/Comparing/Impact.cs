namespace KoreXo.Cli.Specs.Comparing;

/// <summary>The effect of a change on code written against the generated API, from none to worst.</summary>
internal enum Impact
{
    /// <summary>Signatures stay the same, and so does what callers have to do.</summary>
    None,

    /// <summary>Something is added; nothing existing changes.</summary>
    Addition,

    /// <summary>Code compiles and links as before, but its calls are rejected or behave differently.</summary>
    Behavior,

    /// <summary>Code must be recompiled, and compiles unchanged if it names its optional arguments.</summary>
    Binary,

    /// <summary>Code that uses the member no longer compiles, or only with warnings.</summary>
    Source,
}
