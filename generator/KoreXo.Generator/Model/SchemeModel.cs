namespace KoreXo.Generator.Model;

/// <summary>A security scheme: its name, which is that of its credential, and where the token goes.</summary>
internal sealed record SchemeModel(string Key, AuthenticationModel Authentication);
