using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A security scheme.</summary>
/// <param name="Key">The name by which requirements refer to it.</param>
/// <param name="Node">The scheme.</param>
internal sealed record SpecSecurityScheme(string Key, SpecNode Node)
{
    /// <summary><c>apiKey</c>, <c>http</c>, <c>oauth2</c>, <c>openIdConnect</c> or <c>mutualTLS</c>.</summary>
    public string Type => Node.String("type")!;

    /// <summary>Gets the name of the parameter that carries an API key.</summary>
    public string? Name => Node.String("name");

    /// <summary>
    /// Gets the location of an API key; null if the document names none of <c>query</c>, <c>header</c> and <c>cookie</c>.
    /// </summary>
    public string? In => Node.String("in") is "query" or "header" or "cookie" ? Node.String("in") : null;

    /// <summary>Gets the scheme of an <c>Authorization</c> header, such as <c>bearer</c>.</summary>
    public string? Scheme => Node.String("scheme");

    /// <summary>
    /// Gets a value indicating whether a token is all that a request needs. A client certificate belongs to the connection, and other HTTP
    /// schemes compute what they send from the request or the server's challenge.
    /// </summary>
    public bool IsServed =>
        Type != "mutualTLS"
        && (
            Type != "http"
            || Scheme?.ToLowerInvariant()
                is not ("digest" or "hoba" or "mutual" or "negotiate" or "ntlm" or "scram-sha-1" or "scram-sha-256" or "vapid" or "dpop")
        );

    /// <summary>Gets a value indicating whether credentials of the scheme have scopes.</summary>
    public bool HasScopes => Type is "oauth2" or "openIdConnect";
}
