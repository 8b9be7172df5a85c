using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Finds the references that lead nowhere, in a circle or out of the document. NSwag would refuse the whole document for one of
/// them, or go and fetch it; so they are reported here and taken as "any value".
/// </summary>
internal static class ReferenceCheck
{
    public static HashSet<SpecNode> Run(SpecNode root, Action<SpecNode, string, string, string> report)
    {
        var broken = new HashSet<SpecNode>();
        var seen = new HashSet<SpecNode>();
        Visit(root, "");
        return broken;

        void Visit(SpecNode node, string pointer)
        {
            if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !seen.Add(node))
            {
                return;
            }

            if (node.String("$ref") is { } reference && Fault(root, reference) is { } fault)
            {
                broken.Add(node);
                report(node, pointer, reference, fault);
                return;
            }

            foreach (var name in node.Names)
            {
                // An example may show a "$ref" that is no reference.
                if (name is not ("example" or "examples" or "default"))
                {
                    Visit(node[name]!, JsonPointer.Append(pointer, name));
                }
            }

            for (var i = 0; i < node.Items.Count; i++)
            {
                Visit(node.Items[i], JsonPointer.Append(pointer, i));
            }
        }
    }

    private static string? Fault(SpecNode root, string reference)
    {
        for (var hops = 0; ; hops++)
        {
            if (JsonPointer.FromReference(reference) is not { } pointer)
            {
                return "leaves the document; copy what it refers to into the document";
            }

            if (root.Find(pointer) is not { } target)
            {
                return "leads to nothing; correct it or add what it names";
            }

            if (target.String("$ref") is not { } next)
            {
                return null;
            }

            if (hops == 32)
            {
                return "leads in a circle";
            }

            reference = next;
        }
    }
}
