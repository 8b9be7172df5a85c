using KoreXo;

namespace Travel.Pipeline;

/// <summary>The two apps of this program: one for the bot and its account, one for the tables.</summary>
internal sealed class Platform : IDisposable
{
    private readonly Lazy<KoreXoClient> _nightly = new(static () => Connect("platform", "admin"));

    public required string Bot { get; init; }

    public KoreXoClient Nightly => _nightly.Value;

    public static Platform FromEnvironment() => new() { Bot = Variable("XO_BOT") };

    public KoreXoClient ConnectTables() => Connect("data");

    public void Dispose()
    {
        if (_nightly.IsValueCreated)
        {
            _nightly.Value.Dispose();
        }
    }

    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"Set {name}.");

    private static KoreXoClient Connect(params string[] kinds)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = new Uri(Variable("XO_ENDPOINT")),
            Scopes = ScopeManifest.Load(Variable("XO_MANIFEST")),
        };
        foreach (var kind in kinds)
        {
            var prefix = $"XO_{kind.ToUpperInvariant()}_";
            options.Credentials[kind] = new JwtCredential(Variable(prefix + "ID"), Variable(prefix + "SECRET"));
        }

        return new KoreXoClient(options);
    }
}
