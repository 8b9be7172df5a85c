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
            BasePaths = [.. BasePaths, .. document.BasePaths];
            foreach (var operation in document.Operations)
            {
                Add(operation);
            }
        }
    }

    public IReadOnlyCollection<ApiOperation> Operations => _operations.Values;

    /// <summary>Gets the paths of the servers, under which the operations of a document are served too.</summary>
    public IReadOnlyList<string> BasePaths { get; private set; } = [];

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

        // The platform's apps sign tokens, which are sent in a header.
        return documents.SelectMany(document => document.Operations).Any(NeedsOtherToken)
            ? throw new FormatException("The simulator takes tokens in a header only: a security scheme of type apiKey or http.")
            : new ApiCatalog(documents.Select(document => document with { BasePaths = [] }));
    }

    /// <summary>Reads one document that is not the platform's, in JSON or YAML.</summary>
    /// <exception cref="FormatException">The document cannot be read.</exception>
    public static async Task<ApiCatalog> LoadOtherAsync(string text, CancellationToken cancellationToken)
    {
        var document = await DocumentReader.ReadAsync("the document", text, cancellationToken).ConfigureAwait(false);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var operations = document.Operations.Select(operation =>
            operation with
            {
                // Ids are unique in a valid document. Where one is not, method and path still are.
                Id = seen.Add(operation.Id) ? operation.Id : $"{operation.Method} {operation.Path}",
                Scopes = operation.Scopes ?? SecurityReader.ScopesOf(operation.Security),
            }
        );
        return new ApiCatalog([document with { Operations = [.. operations] }]);
    }

    private static bool NeedsOtherToken(ApiOperation operation) =>
        operation.Token is null && operation.Security.Count > 0 && operation.Security.All(requirement => requirement.Schemes.Count > 0);

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
