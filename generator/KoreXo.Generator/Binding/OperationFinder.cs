using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Lists the operations of a document, each with a unique id.</summary>
internal static class OperationFinder
{
    public static List<OperationSite> Find(SpecDocument document)
    {
        var sites = new List<OperationSite>();
        var ids = new NameScope();
        foreach (var operation in document.Paths.SelectMany(document.Operations))
        {
            if (XVariants.IsGiven(document, operation))
            {
                sites.AddRange(Variants(document, operation, ids));
                continue;
            }

            // Without an id, method and path are the most stable thing an operation has: other operations can be added, moved or renamed
            // without an effect on it. The same name replaces an id that is used twice, since "getPet2" would change hands when the
            // document is sorted differently.
            var id = operation.Node.String("operationId") is { Length: > 0 } given ? given : IdFor(operation);
            if (!ids.TryTake(id))
            {
                var other = ids.TakeNumbered(IdFor(operation));
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

    /// <summary>Returns the methods over one HTTP method and path.</summary>
    private static IEnumerable<OperationSite> Variants(SpecDocument document, SpecOperation operation, NameScope ids)
    {
        foreach (var (given, variant) in XVariants.Read(document, operation))
        {
            var id = given;
            if (!ids.TryTake(id))
            {
                id = ids.TakeNumbered(given);
                document.Report(SpecRules.DuplicateOperation, variant, XVariants.PointerOf(operation), given, id);
            }

            yield return new OperationSite(id, operation) { Own = variant };
        }
    }

    /// <summary>Creates an id for an operation without one: <c>GET /pets/{petId}</c> → <c>getPetsByPetId</c>.</summary>
    private static string IdFor(SpecOperation operation) =>
        operation.Verb.ToLowerInvariant() + CSharpName.Pascal(operation.Path.Template.Replace("{", " by ").Replace("}", " "));
}
