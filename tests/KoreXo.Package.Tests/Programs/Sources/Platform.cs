using KoreXo;

namespace Programs;

/// <summary>The platform that the environment names.</summary>
internal static class Platform
{
    public static Uri Endpoint => new(Setting("XO_ENDPOINT"));

    public static string Bot => Setting("XO_BOT");

    /// <summary>Creates a client with one credential of a kind: platform, admin or data.</summary>
    public static KoreXoClient Connect(string kind) =>
        new(new KoreXoClientOptions { Endpoint = Endpoint, Credentials = { [kind] = Credential(kind) } });

    public static JwtCredential Credential(string kind) =>
        new(Setting($"XO_{kind.ToUpperInvariant()}_ID"), Setting($"XO_{kind.ToUpperInvariant()}_SECRET"));

    public static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"Set the environment variable {name}.");
}
