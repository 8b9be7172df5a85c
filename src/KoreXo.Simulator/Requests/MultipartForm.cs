using System.Text.Json;

namespace KoreXo.Simulator.Requests;

/// <summary>The parts of a multipart body, by name.</summary>
internal sealed class MultipartForm
{
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets all values of each field; more than one only where the schema has a list.</summary>
    public Dictionary<string, List<string>> Lists { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FormFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the fields as an object with typed members.</summary>
    public JsonElement Value { get; set; }

    public void Add(string name, string text)
    {
        Fields.TryAdd(name, text);
        (Lists.TryGetValue(name, out var texts) ? texts : Lists[name] = []).Add(text);
    }
}

/// <summary>A file part of a multipart body.</summary>
internal sealed record FormFile(string FileName, ReadOnlyMemory<byte> Content);
