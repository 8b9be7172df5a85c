namespace KoreXo.Runtime;

/// <summary>A content that the user made and owns.</summary>
internal sealed class RawBody(HttpContent content) : RequestBody
{
    public override bool CanReplay => false;

    internal override HttpContent CreateContent() => content;
}
