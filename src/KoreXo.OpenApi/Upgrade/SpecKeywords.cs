namespace KoreXo.OpenApi.Upgrade;

/// <summary>Classifies keywords for code that walks a document.</summary>
internal static class SpecKeywords
{
    /// <summary>Returns whether a keyword is never read; an example may contain a "$ref" that is no reference.</summary>
    public static bool IsUnread(string name) =>
        name
            is "example"
                or "examples"
                or "default"
                or "enum"
                or "const"
                or "links"
                or "headers"
                or "info"
                or "servers"
                or "tags"
                or "externalDocs"
                or "not"
                or "if"
                or "then"
                or "else"
        || name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>
    /// Returns whether the author names the members of the object under a keyword, so that "example" or "$ref" may be such a name.
    /// </summary>
    public static bool HasFreeNames(string name) =>
        name
            is "properties"
                or "patternProperties"
                or "definitions"
                or "$defs"
                or "schemas"
                or "responses"
                or "parameters"
                or "requestBodies"
                or "securitySchemes"
                or "pathItems"
                or "mediaTypes"
                or "paths"
                or "webhooks"
                or "callbacks"
                or "additionalOperations"
                or "content"
                or "encoding"
                or "scopes";
}
