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

    /// <summary>What code calls a parameter: its <c>x-name</c>, or its name on the wire.</summary>
    public string NameOf(string wireName, string place) =>
        (Template["parameters"]?.Items ?? [])
            .Concat(PathNode["parameters"]?.Items ?? [])
            .FirstOrDefault(parameter =>
                parameter.String("name") == wireName && string.Equals(parameter.String("in"), place, StringComparison.OrdinalIgnoreCase)
            )
            ?.String("x-name")
        ?? wireName;

    public override string ToString() => Id;
}
