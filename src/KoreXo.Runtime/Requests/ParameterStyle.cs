using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>How a list or an object is spread over the parameters of a URL or a form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary>Each item or member is a separate parameter: <c>a=1&amp;a=2</c>, <c>x=1&amp;y=2</c>.</summary>
    Exploded,

    /// <summary>One parameter with commas: <c>a=1,2</c>, <c>a=x,1,y,2</c>.</summary>
    Comma,

    /// <summary>One parameter with spaces: <c>a=1%202</c>.</summary>
    Space,

    /// <summary>One parameter with pipes: <c>a=1|2</c>.</summary>
    Pipe,

    /// <summary>Each value is named by its path in brackets: <c>a[x]=1&amp;a[list][0]=2</c>.</summary>
    Deep,

    /// <summary>One parameter with JSON.</summary>
    Json,
}
