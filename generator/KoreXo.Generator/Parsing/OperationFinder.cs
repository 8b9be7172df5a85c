using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Parsing;

/// <summary>Lists the operations of a document, each with an id of its own.</summary>
internal static class OperationFinder
{
    public static List<OperationSite> Find(SpecDocument document)
    {
        var sites = new List<OperationSite>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Paths.SelectMany(document.Operations))
        {
            if (XVariants.IsGiven(operation))
            {
                sites.AddRange(Variants(document, operation, ids));
                continue;
            }

            var id = operation.Node.String("operationId") is { Length: > 0 } given ? given : IdFor(operation);
            if (!ids.Add(id))
            {
                var other = FreeId(IdFor(operation), ids);
                document.Report(
                    SpecRules.DuplicateOperation,
                    operation.Node["operationId"] ?? operation.Node,
                    operation.Pointer,
                    id,
                    other
                );
                id = other;
            }

            sites.Add(new OperationSite(id, operation));
        }

        return sites;
    }

    /// <summary>The methods that one verb and path stands for.</summary>
    private static IEnumerable<OperationSite> Variants(SpecDocument document, SpecOperation operation, HashSet<string> ids)
    {
        foreach (var (given, variant) in XVariants.Read(document, operation))
        {
            var id = given;
            if (!ids.Add(id))
            {
                id = FreeId(given, ids);
                document.Report(SpecRules.DuplicateOperation, variant, XVariants.PointerOf(operation), given, id);
            }

            yield return new OperationSite(id, operation) { Own = variant };
        }
    }

    private static string FreeId(string id, HashSet<string> ids)
    {
        var free = id;
        for (var number = 2; !ids.Add(free); number++)
        {
            free = id + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>An id for an operation without one: <c>GET /pets/{petId}</c> → <c>getPetsByPetId</c>.</summary>
    private static string IdFor(SpecOperation operation) =>
        operation.Verb.ToLowerInvariant() + CSharpName.Pascal(operation.Path.Template.Replace("{", " by ").Replace("}", " "));
}
