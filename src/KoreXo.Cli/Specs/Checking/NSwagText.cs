using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>
/// Writes a document as JSON for NSwag. Parts that are not compared, but for which NSwag would reject the whole document, are removed or
/// completed: examples, headers and links, operations without responses, and mappings that name a component without its path.
/// </summary>
internal static class NSwagText
{
    private const string Components = "#/components/schemas/";

    // NSwag reads a document as a whole or not at all: one example of the wrong type, and there is nothing to compare. Removing what is
    // not compared keeps the second opinion on the rest. The tree is copied first, since our own reader gets what the author wrote.
    public static string Write(SpecNode root)
    {
        var copy = root.Copy(source: null);
        Visit(copy, namesAreFree: false);
        return SpecJson.Write(copy);
    }

    private static void Visit(SpecNode node, bool namesAreFree)
    {
        foreach (var name in node.Names.ToList())
        {
            if (namesAreFree)
            {
                VisitPath(node[name]!);
                Visit(node[name]!, namesAreFree: false);
            }
            else if (name is "example" or "examples" or "headers" or "links")
            {
                node.Remove(name);
            }
            else if (name == "discriminator")
            {
                CompleteMapping(node[name]!);
            }
            else if (!SpecKeywords.IsUnread(name))
            {
                Visit(node[name]!, node[name]!.Kind == SpecNodeKind.Object && SpecKeywords.HasFreeNames(name));
            }
        }

        foreach (var item in node.Items)
        {
            Visit(item, namesAreFree: false);
        }
    }

    private static void VisitPath(SpecNode path)
    {
        foreach (var verb in path.Names.Where(HttpVerb.IsVerb))
        {
            if (path[verb] is { Kind: SpecNodeKind.Object } operation && operation["responses"] is null)
            {
                operation.Set("responses", operation.NewObject());
            }
        }
    }

    private static void CompleteMapping(SpecNode discriminator)
    {
        foreach (var value in discriminator["mapping"]?.Names.ToList() ?? [])
        {
            if (discriminator["mapping"]!.String(value) is { } target && !target.Contains('/', StringComparison.Ordinal))
            {
                discriminator["mapping"]!.Set(value, discriminator.NewText(Components + target));
            }
        }
    }
}
