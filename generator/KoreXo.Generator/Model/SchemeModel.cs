namespace KoreXo.Generator.Model;

/// <summary>A security scheme: its name, which is also that of its credential, and where the token is sent.</summary>
internal sealed record SchemeModel(string Key, AuthenticationModel Authentication);
