using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>The section of docs/performance.md: what was measured how, and what was not.</summary>
internal sealed class PeerReport
{
    private readonly List<string> _parts = [];

    public void Begin() =>
        _parts.Add(
            $"""
            ## Beside other generators

            One document, a petstore of 19 operations with an API key and two rate limit windows, as a client of each: KoreXo, Kiota, NSwag
            and Refit with their *default settings*, with packages and tools as the feed has them (`tests/KoreXo.Benchmarks/Peers`). NSwag
            uses System.Text.Json instead of its default, Newtonsoft.Json; Kiota has the handlers that it comes with; Refit's interface is
            written by hand, since it emits none from a document. KoreXo counts every call against both windows; where calls are repeated,
            the windows have no end to their permits, so that no call waits. *By hand* is `HttpClient` and source-generated
            System.Text.Json; *no serializer* is `Utf8JsonReader` over one pooled buffer, the limit.

            Measured {Date()} with .NET {Environment.Version} on {Environment.ProcessorCount} cores, {Load()} at the start. Figures of *by hand* are
            absolute, others are ratios to it in the same process: median and range of three processes. Clients take turns, and of each
            one's turns the lower quartile counts.
            """
        );

    public void Add(string title, string text) => _parts.Add($"### {title}\n\n{text}");

    public string End()
    {
        _parts.Add(
            $"""
            The {Load()} at the end. *Not measured:* TLS, HTTP/2, the server's collector, retries and errors, forms and files, other
            operating systems, .NET 8, AutoSDK and autorest, Kiota without its handlers, NSwag on Newtonsoft.Json.
            """
        );
        return string.Join("\n\n", _parts) + "\n";
    }

    private static string Date() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Load() =>
        File.Exists("/proc/loadavg")
            ? string.Create(CultureInfo.InvariantCulture, $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}")
            : "load unknown";
}
