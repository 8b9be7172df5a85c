namespace KoreXo.Simulator.Nlp;

/// <summary>An export of ML utterances.</summary>
internal sealed class UtteranceExport(byte[] content)
{
    /// <summary>Gets the utterances at the start of the export.</summary>
    public byte[] Content { get; } = content;

    /// <summary>Gets or sets the link to the file; null while the export is running.</summary>
    public string? Link { get; set; }
}
