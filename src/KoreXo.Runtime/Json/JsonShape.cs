using System.ComponentModel;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>The member names by which an object is told from others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    /// <summary>Describes a shape.</summary>
    /// <param name="members">All names that the shape knows.</param>
    /// <param name="required">Those of them that are always there.</param>
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
