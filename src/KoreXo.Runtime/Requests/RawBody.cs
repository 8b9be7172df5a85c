namespace KoreXo.Runtime;

/// <summary>Content that the user created and owns.</summary>
internal sealed class RawBody(HttpContent content) : RequestBody
{
    public override bool CanReplay => false;

    internal override HttpContent CreateContent() => content;
}
