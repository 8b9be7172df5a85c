using KoreXo;
using MissingScope;

// Needs an app of yours: its address, bot, client id and secret.
if (args is not [var endpoint, var botId, var clientId, var clientSecret])
{
    Console.WriteLine("Usage: MissingScope <endpoint> <bot id> <client id> <client secret>");
    return 1;
}

using var xo = new KoreXoClient(
    new KoreXoClientOptions
    {
        Endpoint = new Uri(endpoint),
        Credentials = { ["platform"] = new JwtCredential(clientId, clientSecret) },
        Scopes = ScopeManifest.Load(Path.Combine(AppContext.BaseDirectory, "travel.scopes.json")),
    }
);
await new NightlyReport(xo).RunAsync(botId, CancellationToken.None);
return 0;
