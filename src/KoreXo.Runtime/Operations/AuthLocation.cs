using System.ComponentModel;

namespace KoreXo.Runtime;

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
