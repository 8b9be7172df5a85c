using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Reading;

/// <summary>
/// Finds values of a kind that OpenAPI does not have in their place, such as an object as 'parameters', and references to a place of
/// another kind, such as from a response to a schema. Readers would skip them. It examines the document as written.
/// </summary>
internal sealed class KindCheck
{
    private readonly SpecNode _root;
    private readonly SpecFiles _files;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isSwagger;
    private readonly PointerStack _pointer = new();
    private readonly HashSet<SpecNode> _seen = [];
    private readonly Dictionary<string, (SpecNode Node, string Pointer, string Subject, string Remedy, int Count)> _found = new(
        StringComparer.Ordinal
    );

    private KindCheck(SpecNode root, SpecFiles files, CancellationToken cancellationToken)
    {
        _root = root;
        _files = files;
        _cancellationToken = cancellationToken;
        _isSwagger = root["swagger"] is not null;
    }

    /// <summary>Reports each wrong kind of value at its first place, and each reference.</summary>
    public static void Run(SpecNode root, SpecFiles files, CancellationToken cancellationToken)
    {
        var check = new KindCheck(root, files, cancellationToken);
        check.Visit(root, SpecRole.Document, isIdentified: false);
        foreach (var (node, pointer, subject, remedy, count) in check._found.Values)
        {
            files.Report(SpecRules.UnknownWord, node, pointer, subject, count == 1 ? remedy : $"{remedy} ({count - 1} more like it)");
        }
    }

    /// <param name="node">The node.</param>
    /// <param name="role">Its role.</param>
    /// <param name="isIdentified">Whether it is in a schema with an id, where a pointer starts at that schema.</param>
    private void Visit(SpecNode node, SpecRole role, bool isIdentified)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        isIdentified |= role == SpecRole.Schema && node.String("$id") is not null;
        if (!isIdentified && !SpecRoles.IsMap(role) && node.String("$ref") is { } reference)
        {
            CheckReference(node, reference, role);
        }

        if (role is SpecRole.Parameter or SpecRole.Operation or SpecRole.Path)
        {
            ParameterWords.Check(node, role, _isSwagger, Add);
        }

        if (role is SpecRole.Operation or SpecRole.Path)
        {
            RepeatedParameters.Check(node, _root, Add);
        }

        if (role is SpecRole.Operation or SpecRole.Document)
        {
            SecurityWords.CheckRequirements(node["security"], Add);
        }

        if (role == SpecRole.Operation)
        {
            StatusCheck.Run(node, Add);
        }
        else if (role == SpecRole.SecurityScheme)
        {
            SecurityWords.CheckScheme(node, _isSwagger, Add);
        }
        else if (
            role == SpecRole.Schema
            && node["discriminator"] is { Kind: SpecNodeKind.Object } word
            && word.String("propertyName") is null
        )
        {
            Add(
                word,
                "discriminator",
                "A discriminator without 'propertyName'",
                "it is ignored. Write the name of the member that tells the shapes apart"
            );
        }

        if (role is SpecRole.Parameter or SpecRole.Schema)
        {
            EnumNameCheck.Run(node, _pointer, _files);
        }

        foreach (var name in node.Names)
        {
            _pointer.Push(name);
            if (HasKind(node[name]!, role, name) && SpecRoles.Member(role, name) is not SpecRole.None and var part)
            {
                Visit(node[name]!, part, isIdentified);
            }

            _pointer.Pop();
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            var part = role == SpecRole.Schema ? SpecRole.Schema : SpecRoles.Member(role, "");
            _pointer.Push(i);
            if (part != SpecRole.None && HasKind(node.Items[i], role, ""))
            {
                Visit(node.Items[i], part, isIdentified);
            }

            _pointer.Pop();
        }
    }

    /// <summary>Returns whether a value has a kind that its place has; reports it otherwise.</summary>
    private bool HasKind(SpecNode value, SpecRole owner, string name)
    {
        if (KindTable.Expected(owner, name) is not { } expected || Array.IndexOf(expected, value.Kind) >= 0)
        {
            return true;
        }

        // "parameters:" with nothing behind it has none, but an operation is one even without anything. "nullable" is read as what it says.
        if (
            (value.Kind == SpecNodeKind.Null && !(owner == SpecRole.Path && HttpVerb.IsVerb(name)))
            || (name == "nullable" && value is { Kind: SpecNodeKind.String, Text: "true" })
        )
        {
            return true;
        }

        if (name.StartsWith("x-", StringComparison.Ordinal))
        {
            if (IsFlag(value))
            {
                _files.Report(SpecRules.InvalidExtension, value, _pointer.ToString(), name, "it must be true or false, without quotes");
            }

            return true;
        }

        var kind = KindTable.Words([value.Kind]);
        var given = value.Kind == SpecNodeKind.Boolean ? value.Text : kind;
        var subject = name.Length == 0 ? $"In a list of {Plural(owner)}, {given}" : $"For '{name}', {given}";
        var same = SpecRoles.IsMap(owner) ? "" : name;
        Add($"{owner} {same} {value.Kind}", value, _pointer.ToString(), subject, $"it is ignored. Write {KindTable.Words(expected)}");
        return false;
    }

    // Others write extensions of this name too; a word that is neither yes nor no is theirs.
    private static bool IsFlag(SpecNode value) =>
        value.Kind is SpecNodeKind.String or SpecNodeKind.Number
        && value.Text.Trim().ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "1" or "0";

    private static string Plural(SpecRole owner) => owner == SpecRole.Parameters ? "parameters" : "schemas";

    // "responses: { '200': { $ref: '#/components/schemas/Pet' } }" leads to something, and is yet a response without any content.
    private void CheckReference(SpecNode node, string reference, SpecRole role)
    {
        if (
            JsonPointer.FromReference(reference) is { } pointer
            && _root.Find(pointer) is { } target
            && SpecRoles.At(pointer) is var found
            && found != role
            && (found != SpecRole.None || target.Kind != SpecNodeKind.Object)
            && Word(role) is { } expected
        )
        {
            _files.Report(
                SpecRules.BrokenReference,
                node,
                _pointer.ToString(),
                reference,
                $"leads to {(Word(found) ?? "something else")}, not to {expected}; correct it"
            );
        }
    }

    private static string? Word(SpecRole role) =>
        role switch
        {
            SpecRole.Path => "a path",
            SpecRole.Parameter => "a parameter",
            SpecRole.Body => "a request body",
            SpecRole.Response => "a response",
            SpecRole.Header => "a header",
            SpecRole.Media => "a media type",
            SpecRole.Callback => "a callback",
            SpecRole.SecurityScheme => "a security scheme",
            SpecRole.Schema => "a schema",
            SpecRole.Document => "the document",
            _ => null,
        };

    private void Add(SpecNode node, string member, string subject, string remedy) =>
        Add(subject, node, $"{_pointer}/{member}", subject, remedy);

    private void Add(string key, SpecNode node, string pointer, string subject, string remedy)
    {
        if (_found.TryGetValue(key, out var known))
        {
            _found[key] = known with { Count = known.Count + 1 };
        }
        else
        {
            _found.Add(key, (node, pointer, subject, remedy, 1));
        }
    }
}
