using System.ComponentModel;
using System.Net.Http.Headers;

namespace KoreXo.Runtime;

/// <summary>A body of bytes, which are sent unchanged.</summary>
/// <param name="content">The bytes.</param>
/// <param name="contentType">The media type if the content has none itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BinaryBody(BinaryContent content, string contentType) : RequestBody
{
    /// <inheritdoc/>
    public override bool CanReplay => content.CanReplay;

    internal override HttpContent CreateContent()
    {
        var made = content.CreateContent();
        made.Headers.ContentType = MediaTypeHeaderValue.Parse(content.ContentType ?? contentType);
        return made;
    }
}
