namespace KoreXo.Simulator.Nlp;

/// <summary>A training of one language of a bot.</summary>
internal sealed class Training
{
    public bool HasFailed { get; set; }
}
