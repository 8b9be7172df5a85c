namespace KoreXo.Simulator;

/// <summary>A request that is passed to a fault plan: one with a valid token for a known operation.</summary>
/// <param name="OperationId">The id of the operation in the documents.</param>
/// <param name="Number">The one-based number of the request for this operation since the plan was set, across all apps.</param>
/// <param name="ClientId">The client id of the app; <see langword="null"/> if the operation requires no token.</param>
public sealed record FaultedCall(string OperationId, int Number, string? ClientId);
