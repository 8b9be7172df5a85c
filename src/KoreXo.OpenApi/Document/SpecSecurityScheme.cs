using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A security scheme.</summary>
/// <param name="Key">The name by which requirements refer to it.</param>
/// <param name="Node">The scheme.</param>
internal sealed record SpecSecurityScheme(string Key, SpecNode Node)
{
    /// <summary><c>apiKey</c>, <c>http</c>, <c>oauth2</c>, <c>openIdConnect</c> or <c>mutualTLS</c>.</summary>
    public string Type => Node.String("type")!;

    /// <summary>The name of the parameter that carries an API key.</summary>
    public string? Name => Node.String("name");

    /// <summary>Where an API key is sent; null where the document says nothing of <c>query</c>, <c>header</c> and <c>cookie</c>.</summary>
    public string? In => Node.String("in") is "query" or "header" or "cookie" ? Node.String("in") : null;

    /// <summary>The scheme of an <c>Authorization</c> header, such as <c>bearer</c>.</summary>
    public string? Scheme => Node.String("scheme");

    /// <summary>
    /// True where a token is all that a request needs. A client certificate belongs to the connection, and other HTTP schemes compute
    /// from the request or the server's challenge what they send.
    /// </summary>
    public bool IsServed =>
        Type != "mutualTLS"
        && (
            Type != "http"
            || Scheme?.ToLowerInvariant()
                is not ("digest" or "hoba" or "mutual" or "negotiate" or "ntlm" or "scram-sha-1" or "scram-sha-256" or "vapid" or "dpop")
        );

    /// <summary>True for schemes whose credentials have scopes.</summary>
    public bool HasScopes => Type is "oauth2" or "openIdConnect";
}
