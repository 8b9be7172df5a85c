using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Determines which documents can be converted to the normal form.</summary>
internal static class SpecVersion
{
    /// <summary>Returns why a document cannot be used; null if it can.</summary>
    public static string? UnusableBecause(SpecNode root)
    {
        // Without quotes the version is a number, and its ".0" is lost.
        if (
            root["swagger"]?.Text is "2.0" or "2"
            || (root["openapi"]?.Text is { } version && (version == "3" || version.StartsWith("3.", StringComparison.Ordinal)))
        )
        {
            return
                root["paths"] is { Kind: SpecNodeKind.Object }
                || (
                    root["paths"] is null && (root["webhooks"] ?? root["x-webhooks"] ?? root["components"]) is { Kind: SpecNodeKind.Object }
                )
                ? null
                : "it has no 'paths'";
        }

        return root["openapi"]?.Text is { } other
            ? $"version '{other}' is not supported; use OpenAPI 3.0, 3.1 or 3.2"
            : "it has neither an 'openapi' nor a 'swagger' version";
    }
}
