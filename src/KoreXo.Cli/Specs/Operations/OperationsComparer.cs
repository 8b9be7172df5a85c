using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares the operations of a document: which are removed, added or renamed, and what has changed in the others.</summary>
internal static class OperationsComparer
{
    public static IEnumerable<ChangeDraft> Compare(Comparison context, Renames renames)
    {
        // Renamed operations already have their new ids in the old document (see ModelRenaming), so they are neither removed nor added
        // here.
        var old = context.Old.Document.Operations.ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        var @new = context.New.Document.Operations.ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        foreach (var operation in old.Values.Where(operation => !@new.ContainsKey(operation.Id)))
        {
            yield return new ChangeDraft(
                ChangeKind.Operation,
                operation.Id,
                $"The operation `{operation.Verb}` {Say.Code(operation.Path)} is removed."
            )
            {
                Members = Members(operation, context.Methods(operation, context.Old)),
                Left = Uses(operation),
                Place = context.OldPlaces.Operation(operation),
                Note = KnownScopeComparer.News(operation.Scopes, null, context),
            };
        }

        foreach (var operation in @new.Values.Where(operation => !old.ContainsKey(operation.Id)))
        {
            yield return new ChangeDraft(
                ChangeKind.Operation,
                operation.Id,
                $"The operation `{operation.Verb}` {Say.Code(operation.Path)} is added."
            )
            {
                Members = Members(operation, context.Methods(operation, context.New)),
                Came = Uses(operation),
                Place = context.NewPlaces.Operation(operation),
                Note = operation.Scopes is null
                    ? ""
                    : Say.Sentences([
                        $"It requires {ScopeText.Of(operation.Scopes)}.",
                        KnownScopeComparer.News(null, operation.Scopes, context),
                    ]),
            };
        }

        foreach (var (id, rename) in renames.Operations.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            yield return Renamed(id, rename, renames, context);
        }

        foreach (var after in @new.Values.Where(operation => old.ContainsKey(operation.Id)))
        {
            foreach (var draft in Compare(old[after.Id], after, context))
            {
                yield return draft;
            }
        }
    }

    private static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context) =>
        CallComparer
            .Compare(before, after, context)
            .Concat(ParameterComparer.Compare(before, after, context))
            .Concat(ContentComparer.Compare(before, after, context))
            .Concat(PagingComparer.Compare(before, after, context))
            .Concat(JobComparer.Compare(before, after, context))
            .Concat(SecurityComparer.Compare(before, after, context))
            .Concat(RateLimitComparer.Compare(before, after, context))
            .Concat(ScopeComparer.Compare(before, after, context));

    private static ChangeDraft Renamed(string id, OperationRename rename, Renames renames, Comparison context)
    {
        var types = renames.Followers(rename).ToList();
        var members = Members(rename.Old, context.Methods(rename.Old, context.Old));
        var others = members.Skip(1).Concat(types).ToList();
        var draft = new ChangeDraft(
            ChangeKind.Operation,
            rename.New.Id,
            $"The operation {Say.Code(id)} is renamed to {Say.Code(rename.New.Id)}."
        )
        {
            About = [.. members, .. types, context.Method(rename.New)],
            Place = context.NewPlaces.Operation(rename.New),
        };

        // "list_orders" and "listOrders" are one method.
        return rename.Old.Name == rename.New.Name && types.Count == 0
            ? draft
            : draft with
            {
                Impact = Impact.Source,
                Note =
                    $"{Say.Code(context.Method(rename.Old))} is renamed to {Say.Code(rename.New.Name + "Async")}"
                    + (others.Count == 0 ? "." : $"; {Say.Codes(others)} {(others.Count == 1 ? "is" : "are")} renamed accordingly."),
            };
    }

    private static IReadOnlyList<string> Members(OperationModel operation, IReadOnlyList<string> methods) =>
        operation.OptionsName is { } options ? [.. methods, options] : methods;

    private static List<TypeRef?> Uses(OperationModel operation) =>
        [
            .. operation.Parameters.Select(static parameter => parameter.Type),
            operation.Body?.Type,
            operation.Result.Type,
            operation.Paging?.ItemType,
            operation.Job?.StatusType,
        ];
}
