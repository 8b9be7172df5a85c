using System.ComponentModel;
using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>A body of plain text, in UTF-8.</summary>
/// <param name="text">The text.</param>
/// <param name="contentType">Its media type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextBody(string text, string contentType) : RequestBody
{
    /// <inheritdoc/>
    public override bool CanReplay => true;

    internal override HttpContent CreateContent() =>
        new ByteArrayContent(Encoding.UTF8.GetBytes(text))
        {
            Headers = { ContentType = new MediaTypeHeaderValue(contentType) { CharSet = "utf-8" } },
        };
}
