using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Document;

/// <summary>
/// Finds references that are broken, circular or external: each is reported and treated as "any value". Parts that are never read are not
/// checked.
/// </summary>
internal sealed class ReferenceCheck
{
    private readonly SpecNode _root;
    private readonly CancellationToken _cancellationToken;
    private readonly Action<string, SpecNode, string, string, string> _report;
    private readonly PointerStack _pointer = new();
    private readonly HashSet<SpecNode> _seen = [];
    private readonly HashSet<SpecNode> _broken = [];

    private ReferenceCheck(SpecNode root, Action<string, SpecNode, string, string, string> report, CancellationToken cancellationToken)
    {
        _root = root;
        _cancellationToken = cancellationToken;
        _report = report;
    }

    /// <summary>Reports each broken reference, and returns all of them.</summary>
    public static HashSet<SpecNode> Run(
        SpecNode root,
        Action<string, SpecNode, string, string, string> report,
        CancellationToken cancellationToken
    )
    {
        var check = new ReferenceCheck(root, report, cancellationToken);
        check.Visit(root, namesAreFree: false);
        return check._broken;
    }

    /// <param name="node">The node.</param>
    /// <param name="namesAreFree">True for an object whose members are named by the author, so that "example" or "$ref" may be such a
    /// name.</param>
    private void Visit(SpecNode node, bool namesAreFree)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (!namesAreFree && node.String("$ref") is { } reference && Fault(reference) is { } fault)
        {
            _broken.Add(node);
            _report(SpecRules.BrokenReference, node, _pointer.ToString(), reference, fault);

            // A path may say "$ref: paths/pets.yaml" and have operations beside it. They are read even if the reference leads nowhere, so
            // they are checked as well; beside any other reference nothing is read.
            if (!node.Names.Any(HttpVerb.IsVerb))
            {
                return;
            }
        }

        foreach (var name in node.Names)
        {
            _pointer.Push(name);
            VisitMember(name, node[name]!, namesAreFree);
            _pointer.Pop();
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            _pointer.Push(i);
            Visit(node.Items[i], namesAreFree: false);
            _pointer.Pop();
        }
    }

    private void VisitMember(string name, SpecNode member, bool namesAreFree)
    {
        if (namesAreFree)
        {
            Visit(member, namesAreFree: false);
        }
        else if (name == "discriminator")
        {
            if (member["mapping"] is { } mapping)
            {
                CheckMapping(mapping);
            }

            if (member["defaultMapping"] is { } other)
            {
                _report(
                    SpecRules.Unsupported,
                    other,
                    JsonPointer.Append(_pointer.ToString(), "defaultMapping"),
                    "'defaultMapping'",
                    "a value that no mapping names is read as unknown"
                );
            }
        }
        else if (!SpecKeywords.IsUnread(name))
        {
            Visit(member, member.Kind == SpecNodeKind.Object && SpecKeywords.HasFreeNames(name));
        }
    }

    /// <summary>
    /// Checks a mapping, whose values may be references or bare component names. A value without a target is kept, but has no shape.
    /// </summary>
    private void CheckMapping(SpecNode mapping)
    {
        var schemas = _root["components"]?["schemas"];
        foreach (var value in mapping.Names)
        {
            if (
                mapping.String(value) is { } reference
                && schemas?[JsonPointer.Name(reference)] is null
                && (reference.IndexOf('/') >= 0 ? Fault(reference) : "leads to nothing") is { } fault
            )
            {
                _report(
                    SpecRules.Unsupported,
                    mapping[value]!,
                    JsonPointer.Append(JsonPointer.Append(_pointer.ToString(), "mapping"), value),
                    $"The mapping of '{value}' to '{reference}', which {fault.Split(';')[0]},",
                    "such a value is read as unknown"
                );
            }
        }
    }

    // Follows the whole chain, because only its end decides: a reference to a reference to nothing is as useless as one to nothing, and
    // it is reported where the author wrote it. More than 32 links are taken for a circle; real chains have two or three.
    private string? Fault(string reference)
    {
        for (var hops = 0; ; hops++)
        {
            if (JsonPointer.FromReference(reference) is not { } pointer)
            {
                return reference.StartsWith("#", StringComparison.Ordinal)
                    ? "leads to nothing; correct it or add what it names"
                    : "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document";
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
