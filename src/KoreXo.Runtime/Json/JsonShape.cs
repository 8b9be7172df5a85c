using System.ComponentModel;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>The member names that distinguish an object from others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    /// <summary>Initializes a new instance of the <see cref="JsonShape"/> class.</summary>
    /// <param name="members">All member names of the shape.</param>
    /// <param name="required">Those of them that are required.</param>
    public JsonShape(string[] members, string[] required)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(required);
        Members = Array.ConvertAll(members, Encoding.UTF8.GetBytes);
        Required = Array.ConvertAll(required, Encoding.UTF8.GetBytes);
    }

    internal byte[][] Members { get; }

    internal byte[][] Required { get; }
}
