namespace KoreXo.OpenApi.Upgrade;

/// <summary>What the words of a document mean to a walk over it.</summary>
internal static class SpecKeywords
{
    /// <summary>True for what the generator makes nothing of; an example may show a "$ref" that is no reference at all.</summary>
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

    /// <summary>True for an object whose members are named by the author, so that "example" or "$ref" may be such a name.</summary>
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
