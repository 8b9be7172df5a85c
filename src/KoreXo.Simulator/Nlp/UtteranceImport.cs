namespace KoreXo.Simulator.Nlp;

/// <summary>An import of ML utterances.</summary>
internal sealed class UtteranceImport(ReadOnlyMemory<byte> file)
{
    public ReadOnlyMemory<byte> File { get; } = file;

    /// <summary>Gets or sets the number of imported utterances; 0 while the import is running.</summary>
    public int Count { get; set; }
}
