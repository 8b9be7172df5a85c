namespace KoreXo.Simulator;

/// <summary>A request that a fault plan is asked about: one with a good token for a known operation.</summary>
/// <param name="OperationId">The id that the documents give the operation.</param>
/// <param name="Number">Which request for this operation it is since the plan was set, of any app, from 1.</param>
/// <param name="ClientId">The client id of the app; null where the operation asks for no token.</param>
public sealed record FaultedCall(string OperationId, int Number, string? ClientId);
