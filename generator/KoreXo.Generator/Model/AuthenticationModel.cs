namespace KoreXo.Generator.Model;

/// <summary>Where a credential's token goes: the name of a header, query parameter or cookie, and what stands before the token.</summary>
internal sealed record AuthenticationModel(string Name, string Location, string Prefix);
