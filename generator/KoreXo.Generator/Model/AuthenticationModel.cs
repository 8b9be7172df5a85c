namespace KoreXo.Generator.Model;

/// <summary>
/// Where the token of a credential is sent: the name of a header, query parameter or cookie, and the prefix of the token.
/// </summary>
internal sealed record AuthenticationModel(string Name, string Location, string Prefix);
