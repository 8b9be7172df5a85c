using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Reading;

/// <summary>
/// Finds keywords that OpenAPI does not have, or no longer has: types such as <c>String</c> or <c>banana</c>, and Swagger 2.0 keywords in
/// OpenAPI 3. It examines the document as written, and reports each keyword once.
/// </summary>
internal sealed class LeftoverCheck
{
    private readonly SpecNode _root;
    private readonly bool _isSwagger;
    private readonly CancellationToken _cancellationToken;
    private readonly PointerStack _pointer = new();
    private readonly HashSet<SpecNode> _seen = [];
    private readonly Dictionary<string, (SpecNode Node, string Pointer, string Subject, string Remedy, int Count)> _words = new(
        StringComparer.Ordinal
    );

    private LeftoverCheck(SpecNode root, CancellationToken cancellationToken)
    {
        _root = root;
        _cancellationToken = cancellationToken;
        _isSwagger = root["swagger"] is not null;
    }

    /// <summary>Reports the keywords, each at its first place.</summary>
    public static void Run(SpecNode root, SpecFiles files, CancellationToken cancellationToken)
    {
        var check = new LeftoverCheck(root, cancellationToken);
        check.Visit(root, namesAreFree: false, Place.Other);
        foreach (var (node, pointer, subject, remedy, count) in check._words.Values)
        {
            files.Report(SpecRules.UnknownWord, node, pointer, subject, count == 1 ? remedy : $"{remedy} ({count - 1} more like it)");
        }
    }

    /// <summary>The kind of the members of an object with free names.</summary>
    private enum Place
    {
        Other,
        Parameter,
        Response,
        Unread,
    }

    private void Visit(SpecNode node, bool namesAreFree, Place place)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (!namesAreFree && node.Kind == SpecNodeKind.Object)
        {
            Check(node, place);
        }

        foreach (var name in node.Names)
        {
            if (
                namesAreFree
                || !(SpecKeywords.IsUnread(name) || name is "securitySchemes" or "securityDefinitions" or "discriminator" or "xml")
            )
            {
                _pointer.Push(name);
                var isFree = !namesAreFree && node[name]!.Kind == SpecNodeKind.Object && SpecKeywords.HasFreeNames(name);
                Visit(node[name]!, isFree, namesAreFree ? place : PlaceOf(name));
                _pointer.Pop();
            }
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            _pointer.Push(i);
            Visit(node.Items[i], namesAreFree: false, place);
            _pointer.Pop();
        }
    }

    // The same word is right in one place and left over in another: 'type' belongs to a schema in every version, but in Swagger 2.0 also
    // to a parameter. Which of them an object is can only be said by the name of the member that contains it.
    private static Place PlaceOf(string name) =>
        name switch
        {
            "parameters" => Place.Parameter,
            "responses" => Place.Response,
            _ => Place.Other,
        };

    private void Check(SpecNode node, Place place)
    {
        if (!_isSwagger && place == Place.Parameter)
        {
            CheckParameter(node);
        }
        else if (!_isSwagger && place == Place.Response)
        {
            if (node["schema"] is { } schema && node["content"] is null)
            {
                Add(
                    "schema",
                    schema,
                    "schema",
                    "The Swagger 2.0 keyword 'schema' of a response",
                    "the response is read as empty. Write it under 'content'"
                );
            }
        }
        else if (node["type"] is { Kind: SpecNodeKind.String } type)
        {
            CheckType(type);
        }
        else if (node["type"] is { Kind: SpecNodeKind.Array } types)
        {
            foreach (var item in types.Items.Where(static item => item.Kind == SpecNodeKind.String))
            {
                CheckType(item);
            }
        }

        if (!_isSwagger && node["responses"] is not null && Named(node, "consumes", "produces") is { } media)
        {
            Add(
                "consumes",
                node[media]!,
                media,
                $"The Swagger 2.0 keyword '{media}'",
                "it is ignored. Name the media types under 'content'"
            );
        }

        if (!_isSwagger && node == _root && Named(node, "host", "basePath") is { } host)
        {
            Add("host", node[host]!, host, $"The Swagger 2.0 keyword '{host}'", "it is ignored. Write 'servers'");
        }

        if (!_isSwagger && node == _root && node["securityDefinitions"] is { } security)
        {
            Add(
                "securityDefinitions",
                security,
                "securityDefinitions",
                "The Swagger 2.0 keyword 'securityDefinitions'",
                "it is ignored. Write 'components/securitySchemes'"
            );
        }
    }

    /// <summary>Returns the first of two members that an object has.</summary>
    private static string? Named(SpecNode node, string one, string other) =>
        node[one] is not null ? one
        : node[other] is not null ? other
        : null;

    private void CheckParameter(SpecNode parameter)
    {
        if (parameter.String("in") is "body" or "formData")
        {
            Add(
                "in " + parameter.String("in"),
                parameter,
                "",
                $"The Swagger 2.0 parameter 'in: {parameter.String("in")}'",
                "the parameter is left out. Write a 'requestBody'"
            );
        }
        else if (parameter["type"] is { } type && parameter["schema"] is null && parameter["content"] is null)
        {
            Add(
                "parameter type",
                type,
                "type",
                "The Swagger 2.0 keyword 'type' of a parameter",
                "the parameter is treated as a string. Write it under 'schema'"
            );
        }
    }

    private void CheckType(SpecNode type)
    {
        if (TypeNormalizer.IsType(type.Text) || type.Text == "any")
        {
            return;
        }

        var meant = TypeNormalizer.Meant(type.Text) is { } word ? $"'{word}'" : "any value";
        Add(
            "type " + type.Text,
            type,
            "type",
            $"The type '{type.Text}'",
            $"it is treated as {meant}. Write one of string, number, integer, boolean, object and array"
        );
    }

    private void Add(string word, SpecNode node, string member, string subject, string remedy)
    {
        if (_words.TryGetValue(word, out var known))
        {
            _words[word] = known with { Count = known.Count + 1 };
        }
        else
        {
            var pointer = _pointer.ToString();
            _words.Add(word, (node, member.Length == 0 ? pointer : JsonPointer.Append(pointer, member), subject, remedy, 1));
        }
    }
}
