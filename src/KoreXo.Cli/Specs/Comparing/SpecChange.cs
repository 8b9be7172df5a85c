using KoreXo.Cli.Specs.Reading;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>One change of a document, and what it does to the C# API.</summary>
/// <param name="Document">The name of the document's file.</param>
/// <param name="Kind">The part that has changed.</param>
/// <param name="Subject">The operation's id, the type, or the field as <c>Type.field</c>.</param>
/// <param name="What">The change, as a sentence in Markdown.</param>
/// <param name="Impact">The worst that it does to code.</param>
/// <param name="IsScopeChange">True where the scopes change that an app needs or may be granted.</param>
/// <param name="Effect">What it does to the C# API, as sentences in Markdown.</param>
/// <param name="Members">The C# members that are gone, new or changed by it.</param>
/// <param name="Place">Where it stands: in the new document, or, for what is gone, in the old one.</param>
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
