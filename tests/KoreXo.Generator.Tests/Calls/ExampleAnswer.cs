using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>What the server answers.</summary>
/// <param name="Status">The status of the documented success.</param>
/// <param name="MediaType">The media type; null without a body.</param>
/// <param name="Json">The body as JSON.</param>
/// <param name="Bytes">The body of any other type.</param>
internal sealed record ExampleAnswer(int Status, string? MediaType, JsonNode? Json, byte[]? Bytes)
{
    public byte[] Content => MediaType is null ? [] : Bytes ?? Encoding.UTF8.GetBytes(Json?.ToJsonString() ?? "null");
}
