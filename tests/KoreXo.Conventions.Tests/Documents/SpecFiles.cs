using YamlDotNet.Serialization;

namespace KoreXo.Conventions.Documents;

/// <summary>
/// The documents in <c>spec/</c>, read plainly: by another reader than the generator's, so that the two check each other.
/// </summary>
internal static class SpecFiles
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IReadOnlyList<SpecOperation> Operations { get; } = [.. Repository.Files(".openapi.yaml", "spec").SelectMany(Read)];

    /// <summary>The rows of the catalog.</summary>
    public static IReadOnlyList<CatalogRow> Rows { get; } = [.. Catalog("rows")];

    /// <summary>What the platform offers beyond the catalog.</summary>
    public static IReadOnlyList<CatalogRow> Newer { get; } = [.. Catalog("newer")];

    /// <summary>The verbs that may begin an operation id, as the list in the documents' readme has them.</summary>
    public static IReadOnlyList<string> AllowedVerbs { get; } = ReadVerbs();

    public static IReadOnlyList<string> Servers { get; } =
    [
        .. Repository
            .Files(".openapi.yaml", "spec")
            .SelectMany(static file => Items(Load(file), "servers"))
            .Select(static server => Text(server, "url")!),
    ];

    private static IEnumerable<SpecOperation> Read(string file)
    {
        var document = Load(file);
        foreach (var (path, item) in Map(document["paths"]))
        {
            foreach (var (verb, node) in Map(item).Where(static entry => Verbs.Contains(entry.Key, StringComparer.Ordinal)))
            {
                var operation = Map(node);
                foreach (var variant in operation.ContainsKey("x-variants") ? Items(operation, "x-variants") : [operation])
                {
                    yield return Operation(file, path, verb, operation, variant);
                }
            }
        }
    }

    private static SpecOperation Operation(
        string file,
        string path,
        string verb,
        Dictionary<string, object?> operation,
        Dictionary<string, object?> own
    )
    {
        var scoped = own.ContainsKey("x-scopes") ? own : operation;
        return new SpecOperation(
            file,
            Text(own, "operationId") ?? "",
            verb.ToUpperInvariant(),
            path,
            [.. Texts(own.GetValueOrDefault("x-catalog"))],
            [.. Items(scoped, "x-scopes").Select(static need => Alternative(Text(need, "credential"), Texts(need["scopes"])))],
            [.. Items(scoped, "x-scopes").Select(static need => Text(need, "resource"))],
            operation.ContainsKey("x-paging"),
            operation.TryGetValue("x-job", out var job) ? Text(Map(job), "status") : null
        );
    }

    private static IEnumerable<CatalogRow> Catalog(string list) =>
        Items(Load("spec/catalog.yaml"), list)
            .Select(static row => new CatalogRow(
                Text(row, "section")!,
                Text(row, "name")!,
                [
                    .. new[] { "platform", "admin", "data" }
                        .Where(kind => row[kind] is not null)
                        .Select(kind => Alternative(kind, Texts(row[kind]))),
                ]
            ));

    private static string Alternative(string? credential, IEnumerable<string> scopes) =>
        $"{credential}: {string.Join(" + ", scopes.Order(StringComparer.Ordinal))}";

    private static IReadOnlyList<string> ReadVerbs()
    {
        var readme = Repository.Read("spec/README.md");
        var start = readme.IndexOf("- Verbs:", StringComparison.Ordinal);
        var list = readme[start..readme.IndexOf("\n-", start, StringComparison.Ordinal)];
        return [.. list.Split('`').Where(static (_, index) => index % 2 == 1)];
    }

    private static Dictionary<string, object?> Load(string file) =>
        Map(new DeserializerBuilder().Build().Deserialize<object>(Repository.Read(file)));

    private static Dictionary<string, object?> Map(object? node) =>
        ((Dictionary<object, object?>)node!).ToDictionary(
            static entry => (string)entry.Key,
            static entry => entry.Value,
            StringComparer.Ordinal
        );

    private static IEnumerable<Dictionary<string, object?>> Items(Dictionary<string, object?> node, string name) =>
        node.GetValueOrDefault(name) is List<object?> items ? items.Select(Map) : [];

    private static IEnumerable<string> Texts(object? node) => node is List<object?> items ? items.Select(static item => (string)item!) : [];

    private static string? Text(Dictionary<string, object?> node, string name) => node.GetValueOrDefault(name) as string;
}
