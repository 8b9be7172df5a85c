using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Finds the references that lead nowhere, in a circle or out of the document. NSwag would refuse the whole document for one of
/// them, or go and fetch it; so they are reported here and taken as "any value". What NSwag trips over and is not asked for, it
/// does not get to see.
/// </summary>
internal sealed class ReferenceCheck
{
    private static readonly SpecNode Nothing = SpecNode.Object(0, 0);

    private readonly SpecNode _root;
    private readonly Action<SpecNode, string, string, string> _report;
    private readonly HashSet<SpecNode> _seen = [];
    private readonly HashSet<SpecNode> _broken = [];
    private readonly List<SpecNode> _unread = [];
    private readonly Dictionary<SpecNode, SpecNode> _replacements = [];

    private ReferenceCheck(SpecNode root, Action<SpecNode, string, string, string> report)
    {
        _root = root;
        _report = report;
    }

    /// <summary>The references that lead nowhere.</summary>
    public HashSet<SpecNode> Broken => _broken;

    /// <summary>What NSwag is to see in place of some nodes.</summary>
    public IReadOnlyDictionary<SpecNode, SpecNode> Replacements => _replacements;

    public static ReferenceCheck Run(SpecNode root, Action<SpecNode, string, string, string> report)
    {
        var check = new ReferenceCheck(root, report);
        check.Visit(root, "", namesAreFree: false);

        // A YAML alias can make an example of a part that counts.
        foreach (var node in check._unread.Where(node => node.Kind == SpecNodeKind.Object && !check._seen.Contains(node)))
        {
            check._replacements[node] = Nothing;
        }

        return check;
    }

    /// <param name="node">The node.</param>
    /// <param name="pointer">Where it is.</param>
    /// <param name="namesAreFree">True for an object whose members are named by the author, so that "example" or "$ref" may be such a name.</param>
    private void Visit(SpecNode node, string pointer, bool namesAreFree)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        if (!namesAreFree && node.String("$ref") is { } reference && Fault(reference) is { } fault)
        {
            _broken.Add(node);
            _replacements[node] = Nothing;
            _report(node, pointer, reference, fault);
            return;
        }

        foreach (var name in node.Names)
        {
            VisitMember(name, node[name]!, JsonPointer.Append(pointer, name), namesAreFree);
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            Visit(node.Items[i], JsonPointer.Append(pointer, i), namesAreFree: false);
        }
    }

    private void VisitMember(string name, SpecNode member, string pointer, bool namesAreFree)
    {
        if (namesAreFree)
        {
            Visit(member, pointer, namesAreFree: false);
        }
        else if (name is "example" or "examples" or "default" || name.StartsWith("x-", StringComparison.Ordinal))
        {
            // An example may show a "$ref" that is no reference; NSwag would follow it.
            _unread.Add(member);
        }
        else if (name == "discriminator" && member["mapping"] is { } mapping)
        {
            CheckMapping(mapping, JsonPointer.Append(pointer, "mapping"));
        }
        else
        {
            Visit(member, pointer, member.Kind == SpecNodeKind.Object && HasFreeNames(name));

            // NSwag 13 follows no references to request bodies.
            if (name == "requestBody" && !_broken.Contains(member) && Target(member) is { } target)
            {
                _replacements[member] = target;
            }
        }
    }

    /// <summary>A mapping may give a reference or a component's bare name, which NSwag does not know.</summary>
    private void CheckMapping(SpecNode mapping, string pointer)
    {
        _replacements[mapping] = Nothing;
        foreach (var value in mapping.Names)
        {
            if (mapping.String(value) is { } reference && reference.IndexOf('/') >= 0 && Fault(reference) is { } fault)
            {
                _report(mapping[value]!, JsonPointer.Append(pointer, value), reference, fault);
            }
        }
    }

    private static bool HasFreeNames(string name) => name is
        "properties" or "patternProperties" or "definitions" or "$defs" or "schemas" or "responses" or "parameters" or "requestBodies" or
        "headers" or "securitySchemes" or "securityDefinitions" or "links" or "callbacks" or "paths" or "content" or "encoding" or "variables" or "scopes";

    private SpecNode? Target(SpecNode node)
    {
        SpecNode? target = null;
        while (node.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } pointer && _root.Find(pointer) is { } next)
        {
            target = node = next;
        }

        return target;
    }

    private string? Fault(string reference)
    {
        for (var hops = 0; ; hops++)
        {
            if (JsonPointer.FromReference(reference) is not { } pointer)
            {
                return "leaves the document; copy what it refers to into the document";
            }

            if (_root.Find(pointer) is not { } target)
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
