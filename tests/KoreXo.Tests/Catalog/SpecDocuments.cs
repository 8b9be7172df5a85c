using KoreXo.OpenApi.Text;

namespace KoreXo.Tests.Catalog;

/// <summary>The documents of <c>spec/</c>, read once.</summary>
internal static class SpecDocuments
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "spec");

    public static IReadOnlyDictionary<string, SpecNode> All { get; } =
        Directory
            .GetFiles(Folder, "*.openapi.yaml")
            .Order(StringComparer.Ordinal)
            .ToDictionary(static file => Path.GetFileName(file).Replace(".openapi.yaml", "", StringComparison.Ordinal), Read);

    public static SpecNode Catalog { get; } = Read(Path.Combine(Folder, "catalog.yaml"));

    public static IReadOnlyList<SpecOperation> Operations { get; } =
    [.. All.SelectMany(static document => Find(document.Key, document.Value))];

    public static TheoryData<string> OperationIds => [.. Operations.Select(static operation => operation.Id)];

    public static SpecOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    private static SpecNode Read(string file) => SpecText.Read(file, File.ReadAllText(file), CancellationToken.None);

    private static IEnumerable<SpecOperation> Find(string document, SpecNode root)
    {
        foreach (var path in root["paths"]!.Names)
        {
            var pathNode = root["paths"]![path]!;
            foreach (var verb in pathNode.Names.Where(static name => name is "get" or "put" or "post" or "delete" or "patch"))
            {
                var node = pathNode[verb]!;
                var methods = node["x-variants"]?.Items ?? [node];
                foreach (var own in methods)
                {
                    yield return new SpecOperation(
                        document,
                        own.String("operationId")!,
                        verb.ToUpperInvariant(),
                        path,
                        own,
                        node,
                        pathNode
                    );
                }
            }
        }
    }
}
