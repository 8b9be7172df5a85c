using KoreXo.Generator.Model;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>The addresses at which the document says that the service is; the caller decides which endpoint is used.</summary>
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
}
