namespace KoreXo;

/// <summary>What the server counts together: the calls of one client against one budget, for one subject.</summary>
/// <param name="Server">The host and port of the server, such as <c>platform.example:443</c>; each server is counted separately.</param>
/// <param name="ClientId">The <see cref="KoreXoCredential.ClientId"/> of the credential; empty if it has none.</param>
/// <param name="Budget">The name of the budget; operations with the same budget name share it.</param>
/// <param name="Key">The subject, such as a bot ID; empty if the budget applies to the client as a whole.</param>
public sealed record RateLimitPartition(string Server, string ClientId, string Budget, string Key);
