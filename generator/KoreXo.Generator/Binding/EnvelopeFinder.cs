using KoreXo.Generator.Model;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Finds the types that only responses with pages contain, around the items. Callers receive the items, and what is beside them as JSON, so
/// a class for it would be one that no member takes or returns.
/// </summary>
internal static class EnvelopeFinder
{
    public static HashSet<string> Find(
        IReadOnlyDictionary<string, TypeModel> types,
        IEnumerable<OperationModel> operations,
        IEnumerable<WebhookModel> webhooks
    )
    {
        var all = operations.SelectMany(static operation => operation.All).ToList();
        var envelopes = Reach(all.Select(static operation => operation.Paging is null ? null : operation.Result.Type), types);
        if (envelopes.Count > 0)
        {
            envelopes.ExceptWith(
                Reach(
                    all.SelectMany(Uses).Concat(webhooks.SelectMany(static webhook => new[] { webhook.Type, webhook.Response?.Type })),
                    types
                )
            );
        }

        return envelopes;
    }

    private static IEnumerable<TypeRef?> Uses(OperationModel operation) =>
        operation
            .Parameters.Select(static parameter => (TypeRef?)parameter.Type)
            .Concat(operation.Result.Statuses.Select(static status => status.Type))
            .Concat([operation.Body?.Type, operation.Job?.StatusType])
            .Append(operation.Paging is { } paging ? paging.ItemType : operation.Result.Type);

    private static HashSet<string> Reach(IEnumerable<TypeRef?> uses, IReadOnlyDictionary<string, TypeModel> types)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        TypeGraph.Reach(uses, name => reached.Add(name) && types.TryGetValue(name, out var type) ? type : null);
        return reached;
    }
}
