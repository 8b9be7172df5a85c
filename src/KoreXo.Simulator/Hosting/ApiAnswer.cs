using System.Text.Json.Nodes;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Hosting;

/// <summary>What is sent back: a status and either JSON, a plain text or a file.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Json)
{
    public DownloadFile? File { get; init; }

    /// <summary>Whether the JSON, a text, is sent as it is rather than in quotation marks.</summary>
    public bool IsPlainText { get; init; }

    public string? Allow { get; init; }

    public static ApiAnswer From(RefusalException refusal) => new(refusal.Status, refusal.ToBody()) { Allow = refusal.Allow };
}
