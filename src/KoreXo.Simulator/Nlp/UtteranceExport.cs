namespace KoreXo.Simulator.Nlp;

/// <summary>An export of ML utterances.</summary>
internal sealed class UtteranceExport(byte[] content)
{
    /// <summary>The utterances as they were when the export began.</summary>
    public byte[] Content { get; } = content;

    /// <summary>The link to the file; null while the export runs.</summary>
    public string? Link { get; set; }
}
