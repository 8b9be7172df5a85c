using KoreXo.OpenApi.Text;

namespace KoreXo.Tests.Catalog;

/// <summary>A method as a document describes it.</summary>
internal sealed record SpecOperation(
    string Document,
    string Id,
    string Verb,
    string Path,
    SpecNode Own,
    SpecNode Template,
    SpecNode PathNode
)
{
    public IReadOnlyList<string> Rows => [.. Own.Strings("x-catalog")];

    public string? Summary => Own.String("summary") ?? Template.String("summary");

    /// <summary>The scopes by kind of credential.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Scopes =>
        (Own["x-scopes"]?.Items ?? []).ToDictionary(
            static alternative => alternative.String("credential")!,
            static alternative => (IReadOnlyList<string>)[.. alternative.Strings("scopes")]
        );

    public override string ToString() => Id;
}
