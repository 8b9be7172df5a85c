using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The kind of position that pages have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingStyle
{
    /// <summary>The number of items before the page.</summary>
    Offset,

    /// <summary>The page number.</summary>
    Page,

    /// <summary>A string from the previous response, at <see cref="PagingDescriptor.More"/>.</summary>
    Cursor,
}
