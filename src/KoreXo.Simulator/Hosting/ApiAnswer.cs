using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Hosting;

/// <summary>What is sent back: a status and either JSON or a file.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Json)
{
    public ReadOnlyMemory<byte>? File { get; init; }

    public string? Allow { get; init; }

    public static ApiAnswer From(RefusalException refusal) => new(refusal.Status, refusal.ToBody()) { Allow = refusal.Allow };
}
