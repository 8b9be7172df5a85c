namespace Peers;

/// <summary>What a client sent: method and URI, the key, the body.</summary>
internal sealed record SentRequest(string Line, string Key, string? Body);
