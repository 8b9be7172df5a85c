namespace KoreXo.Simulator.Faults;

/// <summary>How a response is delivered to the caller.</summary>
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
