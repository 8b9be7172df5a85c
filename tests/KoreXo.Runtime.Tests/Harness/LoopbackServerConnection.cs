namespace KoreXo.Runtime.Tests;

/// <summary>Connections to a <see cref="LoopbackServer"/>.</summary>
internal static class LoopbackServerConnection
{
    /// <summary>Connects without retries: a test of one response must not wait for three more.</summary>
    public static ApiConnection Connect(this LoopbackServer server, Action<KoreXoClientOptions>? configure = null)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = server.Endpoint,
            Credential = new ApiKeyCredential(TestApi.Token),
            MaxRetries = 0,
        };
        configure?.Invoke(options);
        return new ApiConnection(options);
    }
}
