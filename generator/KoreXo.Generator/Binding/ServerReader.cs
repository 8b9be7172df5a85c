using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads the server addresses of a document. The caller decides which endpoint is used; only a path or an operation with servers of its own
/// is sent there.
/// </summary>
internal static class ServerReader
{
    private const int Most = 5;

    public static EquatableArray<string> Read(SpecNode root)
    {
        var servers = (root["servers"]?.Items ?? []).Select(static server => server.String("url")).OfType<string>().ToList();
        if (root.String("host") is { } host)
        {
            var scheme = root.Strings("schemes").OrderByDescending(static scheme => scheme == "https").FirstOrDefault() ?? "https";
            servers.Add($"{scheme}://{host}{root.String("basePath")}");
        }

        return servers.Where(static url => url.Trim().Length > 1).Take(Most).ToArray();
    }

    /// <summary>Returns the addresses of the document's servers.</summary>
    public static EquatableArray<string> Addresses(SpecNode root) =>
        (root["servers"]?.Items ?? []).Select(static server => Address(server)).OfType<string>().ToArray();

    /// <summary>
    /// Returns the server of an operation: an address, or a path if it is on the host of the document's own server; null for the endpoint.
    /// </summary>
    public static string? Read(SpecDocument document, SpecOperation operation)
    {
        var isOwn = operation.Node["servers"] is not null;
        var servers = (isOwn ? operation.Node : operation.Path.Node)["servers"]?.Items ?? [];
        if (servers.Count == 0)
        {
            return null;
        }

        var common = Addresses(document.Root).ToList();
        var own = servers.Select(static server => Address(server)).ToList();
        if (own.Exists(address => address is not null && common.Contains(address, StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (own.Find(static address => address is not null) is not { } first)
        {
            document.Report(
                SpecRules.Unsupported,
                servers[0],
                JsonPointer.Append(JsonPointer.Append(isOwn ? operation.Pointer : operation.Path.Pointer, "servers"), 0),
                "A server whose address is not https, or has a variable without a default,",
                "the operation is sent to the endpoint"
            );
            return null;
        }

        return
            Uri.TryCreate(first, UriKind.Absolute, out var uri)
            && !first.StartsWith("/", StringComparison.Ordinal)
            && common.Exists(address => IsOnHost(address, uri))
            ? uri.AbsolutePath
            : first;
    }

    private static bool IsOnHost(string address, Uri other) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Uri.Compare(uri, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// Returns the address of a server with the defaults of its variables and without a trailing slash; null if it is not an address.
    /// </summary>
    public static string? Address(SpecNode server)
    {
        if (server.String("url") is not { } url)
        {
            return null;
        }

        foreach (var name in server["variables"]?.Names ?? [])
        {
            if (server["variables"]![name]!["default"] is { Kind: SpecNodeKind.String or SpecNodeKind.Number } value)
            {
                url = url.Replace("{" + name + "}", value.Written);
            }
        }

        url = url.Trim().TrimEnd('/');
        if (url.IndexOf('{') >= 0)
        {
            return null;
        }

        if (url.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return url.StartsWith("/", StringComparison.Ordinal) ? url : "/" + url;
        }

        // Over plain HTTP, which is for loopback hosts only, anyone could read the credential.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? url
            : null;
    }
}
