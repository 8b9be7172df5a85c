using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the position of a page is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingStyle
{
    /// <summary>The number of items before the page.</summary>
    Offset,

    /// <summary>The number of the page.</summary>
    Page,

    /// <summary>A text that the answer before gives, at <see cref="PagingDescriptor.More"/>.</summary>
    Cursor,
}
