namespace KoreXo.Cli.Specs.Comparing;

/// <summary>One change in a document, and its effect on the C# API.</summary>
/// <param name="Document">The name of the document's file.</param>
/// <param name="Kind">The part that has changed.</param>
/// <param name="Subject">The operation's id, the type, or the member as <c>Type.member</c>.</param>
/// <param name="What">The change, as a sentence in Markdown.</param>
/// <param name="Impact">The worst effect on code.</param>
/// <param name="IsScopeChange">Whether the change affects the scopes that an app needs or can be granted.</param>
/// <param name="Effect">The effect on the C# API, as sentences in Markdown.</param>
/// <param name="Members">The C# members that the change removes, adds or alters.</param>
/// <param name="Place">The location in the new document or, for removed parts, in the old one.</param>
internal sealed record SpecChange(
    string Document,
    ChangeKind Kind,
    string Subject,
    string What,
    Impact Impact,
    bool IsScopeChange,
    string Effect,
    IReadOnlyList<string> Members,
    SpecPlace? Place
)
{
    public bool IsBreaking => Impact >= Impact.Behavior;
}

/// <summary>The part of a document that has changed.</summary>
internal enum ChangeKind
{
    Document,
    Operation,
    Parameter,
    Body,
    Answer,
    Paging,
    Job,
    RateLimit,
    Security,
    Webhook,
    Scopes,
    Type,
    Field,
    Values,
    Shapes,
    Api,
}

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
