namespace KoreXo.OpenApi.Text;

/// <summary>Reads a document, JSON or YAML, into a tree.</summary>
internal static class SpecText
{
    /// <summary>The deepest nesting that is accepted: no OpenAPI document nests that deep, and later code recurses.</summary>
    public const int MaxDepth = 200;

    /// <summary>The maximum number of values in a document.</summary>
    public const int MaxNodes = 4_000_000;

    /// <summary>
    /// The maximum that YAML aliases may add, in values and (weighing less) characters; ordinary documents stay far below it.
    /// </summary>
    public const int MaxExpansion = 200_000;

    /// <exception cref="SpecFormatException">The text is neither valid JSON nor valid YAML, or too large.</exception>
    public static SpecNode Read(string path, string text, CancellationToken cancellationToken)
    {
        var root = IsJson(path, text) ? JsonSpecReader.Read(text, cancellationToken) : YamlSpecReader.Read(text, cancellationToken);
        if (root.Kind != SpecNodeKind.Object)
        {
            throw new SpecFormatException("an OpenAPI document is an object, this is not", root.Line, root.Column);
        }

        return root;
    }

    private static bool IsJson(string path, string text)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isYaml =
            path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return !isYaml && text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("{", StringComparison.Ordinal);
    }
}
