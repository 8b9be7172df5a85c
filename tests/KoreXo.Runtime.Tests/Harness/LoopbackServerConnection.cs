namespace KoreXo.Runtime.Tests;

/// <summary>Connections to a <see cref="LoopbackServer"/>.</summary>
internal static class LoopbackServerConnection
{
    public static ApiConnection Connect(this LoopbackServer server, Action<KoreXoClientOptions>? configure = null)
    {
        var options = new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential(TestApi.Token) };
        configure?.Invoke(options);
        return new ApiConnection(options);
    }
}
