using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// The <c>x-</c> extensions that state simple facts: scopes of the document, refusals, rate limits, errors in successful answers.
/// </summary>
internal static class ExtensionReader
{
    /// <summary>The scopes that the document names; without <c>x-known-scopes</c>, those of its OAuth schemes.</summary>
    public static EquatableArray<KnownScopeModel> KnownScopes(SpecDocument document)
    {
        if (document.Root["x-known-scopes"] is not { } declared)
        {
            return Members(document.Root["components"]?["securitySchemes"])
                .SelectMany(SchemeScopes)
                .Distinct(StringComparer.Ordinal)
                .Select(static name => new KnownScopeModel(name, default, default))
                .ToArray();
        }

        var scopes = new List<KnownScopeModel>();
        foreach (var node in declared.Items)
        {
            if (node.String("name") is { } name)
            {
                scopes.Add(new KnownScopeModel(name, node.Strings("aliases").ToArray(), node.Strings("implies").ToArray()));
            }
            else
            {
                document.Report(SpecRules.InvalidExtension, node, "/x-known-scopes", "x-known-scopes", "each entry needs a name");
            }
        }

        return scopes;
    }

    /// <summary>The scopes that the flows of a scheme declare; in Swagger 2.0, the scheme is its only flow.</summary>
    public static IEnumerable<string> SchemeScopes(SpecNode scheme) =>
        Members(scheme["flows"]).Concat([scheme]).SelectMany(static flow => flow["scopes"]?.Names ?? []);

    private static IEnumerable<SpecNode> Members(SpecNode? node) => (node?.Names ?? []).Select(name => node![name]!);

    public static EquatableArray<RefusalModel> Refusals(SpecDocument document)
    {
        var refusals = new List<RefusalModel>();
        foreach (var node in (document.Root["x-refusals"]?.Items ?? []).Where(static item => item.Kind == SpecNodeKind.Object))
        {
            if (node.String("contains") is { } text && node.Integer("seconds") is { } seconds)
            {
                refusals.Add(new RefusalModel(text, seconds));
            }
            else
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    node,
                    "/x-refusals",
                    "x-refusals",
                    "each entry needs the text it 'contains' and the 'seconds' of its window"
                );
            }
        }

        return refusals;
    }

    public static ErrorMarkModel? Error(SpecDocument document, SpecNode operation, string pointer)
    {
        if (operation["x-error"] is not { } node)
        {
            return null;
        }

        var (at, values, isText) = (node.String("at"), node.Strings("values").ToArray(), node.Boolean("text") == true);
        if ((at is null) == (values.Length == 0) && (at is not null || isText))
        {
            return new ErrorMarkModel(at, values, isText);
        }

        document.Report(
            SpecRules.InvalidExtension,
            node,
            JsonPointer.Append(pointer, "x-error"),
            "x-error",
            "it needs 'at' with 'values', or 'text: true', or both"
        );
        return null;
    }

    public static RateLimitModel? RateLimit(
        SpecDocument document,
        SpecNode operation,
        string pointer,
        IReadOnlyList<ParameterModel> parameters
    )
    {
        // Others write extensions of this name too; one that shares no word with ours is theirs.
        if (operation["x-rate-limit"] is not { } node || (node["budget"] ?? node["limits"] ?? node["by"]) is null)
        {
            return null;
        }

        var at = JsonPointer.Append(pointer, "x-rate-limit");
        var by = new List<ParameterKey>();
        foreach (var item in node["by"]?.Items ?? [])
        {
            if (parameters.FirstOrDefault(candidate => candidate.Key.Name == item.String("name")) is { } parameter)
            {
                by.Add(parameter.Key);
            }
            else
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    item,
                    at,
                    "x-rate-limit",
                    $"the operation has no parameter '{item.String("name")}' to count by"
                );
            }
        }

        var windows = new List<RateWindowModel>();
        foreach (var item in node["limits"]?.Items ?? [])
        {
            if (item.Integer("calls") is { } calls && item.Integer("seconds") is { } seconds)
            {
                windows.Add(new RateWindowModel(calls, seconds));
            }
        }

        if (node.String("budget") is { } budget && windows.Count > 0)
        {
            return new RateLimitModel(budget, by, windows, node.Boolean("documented") != false);
        }

        document.Report(SpecRules.InvalidExtension, node, at, "x-rate-limit", "it needs a 'budget' and 'limits' of calls and seconds");
        return null;
    }
}
