namespace KoreXo.Simulator.Documents;

/// <summary>All operations of all documents, and the scopes they speak of.</summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, ApiOperation> _operations = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ApiOperation> Operations => _operations.Values;

    public ScopeVocabulary Scopes { get; } = new();

    public void Add(ApiOperation operation)
    {
        if (!_operations.TryAdd(operation.Id, operation))
        {
            throw new FormatException($"The documents give the operation id '{operation.Id}' twice.");
        }

        foreach (var alternative in operation.Scopes ?? [])
        {
            Scopes.AddUsed(alternative);
        }
    }

    /// <summary>Reads the platform's own documents and these, each JSON or YAML.</summary>
    /// <exception cref="FormatException">One of them cannot be read, or two contradict one another.</exception>
    public static async Task<ApiCatalog> LoadAsync(IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var catalog = new ApiCatalog();
        foreach (var (name, text) in PlatformDocuments.ReadAll())
        {
            await DocumentReader.AddAsync(catalog, name, text, cancellationToken).ConfigureAwait(false);
        }

        var number = 0;
        foreach (var text in more)
        {
            await DocumentReader.AddAsync(catalog, $"document {++number} of the options", text, cancellationToken).ConfigureAwait(false);
        }

        return catalog;
    }
}
