namespace KoreXo.Runtime;

/// <summary>The HTTP message of one attempt. Content that the user created is left to the user to dispose.</summary>
internal sealed class AttemptMessage(HttpMethod method, Uri address, bool leavesContent) : HttpRequestMessage(method, address)
{
    protected override void Dispose(bool disposing)
    {
        if (leavesContent)
        {
            Content = null;
        }

        base.Dispose(disposing);
    }
}
