using System.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>The documents of <c>spec/</c>, which travel inside this assembly.</summary>
internal static class PlatformDocuments
{
    private const string Suffix = ".openapi.yaml";

    public static IEnumerable<(string Name, string Text)> ReadAll()
    {
        var assembly = typeof(PlatformDocuments).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return (name, reader.ReadToEnd());
        }
    }
}
