namespace KoreXo.Simulator;

/// <summary>
/// What the platform has counted against one quota: that of an app, for a budget and the values in the path that each have a count of
/// their own.
/// </summary>
/// <param name="ClientId">The client id of the app; empty for operations that ask for no token.</param>
/// <param name="Budget">The budget, by the name that the documents give it.</param>
/// <param name="Key">The values in the path that the budget is counted by, with slashes between them; empty where the app has one
/// count.</param>
/// <param name="Requests">The requests that were counted, refused ones included.</param>
/// <param name="Refused">The requests that were refused because a window was used up. What a fault plan refuses is not among them.</param>
/// <param name="Windows">How far each window is used up at the moment.</param>
public sealed record SimulatedQuota(
    string ClientId,
    string Budget,
    string Key,
    long Requests,
    long Refused,
    IReadOnlyList<SimulatedQuotaWindow> Windows
);
