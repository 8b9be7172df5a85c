using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The part of a request that carries position and page size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingLocation
{
    /// <summary>Query parameters.</summary>
    Query,

    /// <summary>Members of the JSON body.</summary>
    Body,
}
