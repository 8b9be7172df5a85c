using KoreXo.Cli.Specs.Reading;

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
