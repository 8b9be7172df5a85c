namespace KoreXo.Simulator.Documents;

/// <summary>All operations of all documents, and the scopes they use.</summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, ApiOperation> _operations = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">Two documents have the same operation id.</exception>
    public ApiCatalog(IEnumerable<ApiDocument> documents)
    {
        foreach (var document in documents)
        {
            Scopes.AddKnown(document.KnownScopes);
            foreach (var operation in document.Operations)
            {
                Add(operation);
            }
        }
    }

    public IReadOnlyCollection<ApiOperation> Operations => _operations.Values;

    public ScopeVocabulary Scopes { get; } = new();

    /// <summary>Reads the platform's own documents and additional ones, in JSON or YAML.</summary>
    /// <exception cref="FormatException">A document cannot be read, or two contradict each other.</exception>
    public static async Task<ApiCatalog> LoadAsync(IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var documents = new List<ApiDocument>(await PlatformDocuments.LoadAsync(cancellationToken).ConfigureAwait(false));
        var number = 0;
        foreach (var text in more)
        {
            documents.Add(
                await DocumentReader.ReadAsync($"document {++number} of the options", text, cancellationToken).ConfigureAwait(false)
            );
        }

        return new ApiCatalog(documents);
    }

    private void Add(ApiOperation operation)
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
}
