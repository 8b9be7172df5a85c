using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>Where the credential of an API is sent.</summary>
/// <param name="Name">The name of the header, query parameter or cookie.</param>
/// <param name="Location">The part of the request.</param>
/// <param name="Prefix">The string before the token, including its space (<c>"Bearer "</c>), or an empty string.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiAuthentication(string Name, AuthLocation Location, string Prefix)
{
    /// <summary>Gets the name of the security scheme, which is also the kind of its credential.</summary>
    public string? Scheme { get; init; }
}

/// <summary>The part of a request that carries the credential.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AuthLocation
{
    /// <summary>A request header.</summary>
    Header,

    /// <summary>A query parameter.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}
