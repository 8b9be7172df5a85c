namespace KoreXo.Cli.Specs.Comparing;

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
