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
