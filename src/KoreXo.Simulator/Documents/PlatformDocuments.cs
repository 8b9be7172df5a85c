using System.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>The documents of <c>spec/</c>, which are embedded in this assembly.</summary>
internal static class PlatformDocuments
{
    private const string Suffix = ".openapi.yaml";

    /// <summary>Read once per process: they never change, and a test suite starts many simulators.</summary>
    private static readonly Lazy<Task<IReadOnlyList<ApiDocument>>> Documents = new(ReadAllAsync);

    public static Task<IReadOnlyList<ApiDocument>> LoadAsync(CancellationToken cancellationToken) =>
        Documents.Value.WaitAsync(cancellationToken);

    /// <summary>Returns the name and content of each document.</summary>
    public static IEnumerable<(string Name, string Text)> Texts()
    {
        var assembly = typeof(PlatformDocuments).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static async Task<IReadOnlyList<ApiDocument>> ReadAllAsync()
    {
        var documents = new List<ApiDocument>();
        foreach (var (name, text) in Texts())
        {
            documents.Add(await DocumentReader.ReadAsync(name, text, CancellationToken.None).ConfigureAwait(false));
        }

        return documents;
    }
}
