namespace KoreXo;

/// <summary>What the server counts together: the calls of one client against one budget, for one subject.</summary>
/// <param name="ClientId">The <see cref="KoreXoCredential.ClientId"/> of the credential; empty when it has none.</param>
/// <param name="Budget">The name of the budget; operations with the same name share it.</param>
/// <param name="Key">The subject, such as the id of a bot; empty when the budget is the client's as a whole.</param>
public sealed record QuotaPartition(string ClientId, string Budget, string Key);
