namespace KoreXo.Simulator.Requests;

/// <summary>The parts of a multipart body, by name.</summary>
internal sealed class MultipartForm
{
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FormFile> Files { get; } = new(StringComparer.Ordinal);
}
