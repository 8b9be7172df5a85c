namespace KoreXo.Simulator.Nlp;

/// <summary>An import of ML utterances.</summary>
internal sealed class UtteranceImport(ReadOnlyMemory<byte> file)
{
    public ReadOnlyMemory<byte> File { get; } = file;

    /// <summary>How many utterances were read; 0 while the import runs.</summary>
    public int Count { get; set; }
}
