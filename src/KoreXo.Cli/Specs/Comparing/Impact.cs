namespace KoreXo.Cli.Specs.Comparing;

/// <summary>What a change does to code that is written against the generated API, from nothing to worst.</summary>
internal enum Impact
{
    /// <summary>Signatures stay as they are, and so does what callers have to do.</summary>
    None,

    /// <summary>There is more than before; nothing that was there has changed.</summary>
    Addition,

    /// <summary>Code compiles and links as before, and is refused or behaves otherwise.</summary>
    Behavior,

    /// <summary>Code compiles as before, if it names its optional arguments, but has to be compiled again.</summary>
    Binary,

    /// <summary>Code that uses the member does not compile any more, or only with warnings.</summary>
    Source,
}
