namespace KoreXo.Simulator.Faults;

/// <summary>How an answer reaches the caller.</summary>
internal enum FaultDelivery
{
    Whole,
    Late,
    InPieces,
    CutJson,
    CutBody,
    Reset,
    Never,
}
