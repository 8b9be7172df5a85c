using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>One edit of a document, as its authors may make it.</summary>
internal sealed record Mutation(string Name, Action<JsonObject> Apply)
{
    public string On(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        Apply(document);
        return document.ToJsonString();
    }

    public override string ToString() => Name;
}
