using System.Globalization;
using System.Text.RegularExpressions;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Simulator.Documents;

/// <summary>
/// Prepares a copy of a document for the library with the validator, which rejects a document as a whole for what others read over.
/// </summary>
internal static class StrictForm
{
    private const string Schemas = "#/components/schemas/";

    public static SpecNode From(SpecNode root)
    {
        var copy = root.Copy(source: null);
        var components = copy["components"];
        foreach (
            var name in (components?.Names ?? [])
                .Where(static name => name is "securitySchemes" or "examples" or "links" or "headers")
                .ToList()
        )
        {
            components!.Remove(name);
        }

        // A path may be a reference, which that version does not know.
        foreach (var name in (copy["paths"]?.Names ?? []).ToList())
        {
            if (
                copy["paths"]![name]!.String("$ref") is { } reference
                && JsonPointer.FromReference(reference) is { } pointer
                && copy.Find(pointer) is { Kind: SpecNodeKind.Object } target
            )
            {
                copy["paths"]!.Set(name, target.Copy(source: null));
            }
        }

        foreach (var parameter in Parameters(copy).ToList())
        {
            Flatten(parameter);
        }

        foreach (
            var (path, verb) in Members(copy["paths"]).SelectMany(path => path.Names.Where(HttpVerb.IsVerb).Select(verb => (path, verb)))
        )
        {
            if (path[verb] is { Kind: SpecNodeKind.Object } operation && operation["responses"]?.Kind != SpecNodeKind.Object)
            {
                operation.Set("responses", operation.NewObject());
            }
        }

        CompositionCycles.Cut(copy);
        Visit(copy, copy, namesAreFree: false);
        return copy.NewObject(("openapi", copy.NewText("3.0.3")), ("paths", copy["paths"]), ("components", components));
    }

    private static IEnumerable<SpecNode> Parameters(SpecNode root) =>
        Members(root["paths"])
            .SelectMany(path => path.Names.Where(HttpVerb.IsVerb).Select(verb => path[verb]!).Prepend(path))
            .SelectMany(owner => owner["parameters"]?.Items ?? [])
            .Concat(Members(root["components"]?["parameters"]));

    // The library knows the schema of a parameter only, and would take any value for one with content.
    private static void Flatten(SpecNode parameter)
    {
        if (
            parameter is { Kind: SpecNodeKind.Object }
            && parameter["schema"] is null
            && parameter["content"] is { Names.Count: > 0 } content
            && content[content.Names[0]]!["schema"] is { } schema
        )
        {
            parameter.Set("schema", schema.Copy(source: null));
            parameter.Remove("content");
        }
    }

    /// <param name="root">The document.</param>
    /// <param name="node">A part of it.</param>
    /// <param name="namesAreFree">Whether the author names the members of the part, as those of <c>properties</c>.</param>
    private static void Visit(SpecNode root, SpecNode node, bool namesAreFree)
    {
        foreach (var name in node.Kind == SpecNodeKind.Object ? node.Names.ToList() : [])
        {
            var member = node[name]!;
            if (!namesAreFree && name is "examples" or "links" or "headers" && member.Kind == SpecNodeKind.Object)
            {
                node.Remove(name);
            }
            else if (!namesAreFree && name == "discriminator")
            {
                Complete(root, member["mapping"]);
            }
            else if (!namesAreFree && name == "pattern" && node.String(name) is { } pattern)
            {
                if (IsReadable(pattern))
                {
                    node.Set(name, node.NewText(StrictPattern.From(pattern)));
                }
                else
                {
                    // Of another dialect, such as \p{Script=Latin}: the validator would fail on it, whatever the value.
                    node.Remove(name);
                }
            }
            else if (!namesAreFree && name == "multipleOf" && member.Kind == SpecNodeKind.Number && !IsPositive(member.Text))
            {
                node.Remove(name); // The validator divides by it.
            }
            else if (!namesAreFree && name == "required" && member.Kind == SpecNodeKind.Array)
            {
                member.Items.RemoveAll(static item => item.Kind != SpecNodeKind.String); // Null is a name to the validator.
            }
            else if (!namesAreFree && SpecKeywords.IsUnread(name))
            {
                continue; // Values, in which "properties" means nothing.
            }
            else if (!namesAreFree && name == "properties")
            {
                // "anything: true" is a schema since 3.1.
                foreach (var property in member.Names.Where(property => member[property]!.Kind == SpecNodeKind.Boolean).ToList())
                {
                    member.Set(property, member.NewObject());
                }

                Visit(root, member, namesAreFree: true);
            }
            else
            {
                Visit(root, member, !namesAreFree && SpecKeywords.HasFreeNames(name));
            }
        }

        foreach (var item in node.Kind == SpecNodeKind.Array ? node.Items : [])
        {
            Visit(root, item, namesAreFree: false);
        }
    }

    private static bool IsPositive(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0;

    private static bool IsReadable(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, Timeout.InfiniteTimeSpan);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Writes the names in a mapping as references; what leads nowhere is no shape.</summary>
    private static void Complete(SpecNode root, SpecNode? mapping)
    {
        foreach (var value in (mapping?.Names ?? []).ToList())
        {
            var text = mapping!.String(value) ?? "";
            var reference = text.StartsWith('#') ? text : Schemas + text;
            if (JsonPointer.FromReference(reference) is { } pointer && root.Find(pointer) is not null)
            {
                mapping.Set(value, mapping.NewText(reference));
            }
            else
            {
                mapping.Remove(value);
            }
        }
    }

    private static IEnumerable<SpecNode> Members(SpecNode? owner) => (owner?.Names ?? []).Select(name => owner![name]!);
}
