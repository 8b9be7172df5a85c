using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>
/// Compares the scopes that an app must be granted to call an operation. A change here alters no signature, yet it can break callers.
/// </summary>
internal static class ScopeComparer
{
    private static readonly ScopeAlternative Nothing = new(null, default);

    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        if (AreSame(before.Scopes, after.Scopes))
        {
            yield break;
        }

        var refused = Refused(before.Scopes, after.Scopes, context.New.Document.KnownScopes);
        yield return new ChangeDraft(
            ChangeKind.Scopes,
            after.Id,
            $"It requires {ScopeText.Of(after.Scopes)}; previously {ScopeText.Of(before.Scopes)}."
        )
        {
            IsScopeChange = true,
            Impact = refused.Count > 0 ? Impact.Behavior : Impact.None,
            Note = Say.Sentences([
                .. refused.Select(held => Demand(held, before, after, context)),
                refused.Count > 0 ? "" : Permission(after, context),
                KnownScopeComparer.News(before.Scopes, after.Scopes, context),
            ]),
            About = [context.Method(after)],
            Place = context.NewPlaces.Operation(after, "x-scopes"),
        };
    }

    public static bool AreSame(ScopeNeed? before, ScopeNeed? after) =>
        before is null || after is null
            ? before == after
            : before
                .Alternatives.Select(Text)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(after.Alternatives.Select(Text).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Text(ScopeAlternative alternative) =>
        string.Join(
            '\0',
            alternative
                .Scopes.Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Prepend(alternative.Credential ?? "")
                .Prepend(alternative.Resource?.Expression ?? "")
        );

    // An app satisfied one alternative, and nobody knows which, so the change breaks somebody if any of the old alternatives no longer
    // suffices. "a, or b" to "a" breaks apps with b. "a" to "a, or b" breaks nobody, and neither does "a" to "b" if a includes b. No
    // alternatives at all mean that nothing was required: then every app could call, also one that was granted nothing.
    /// <summary>Returns the alternatives that sufficed before and no longer do.</summary>
    private static List<ScopeAlternative> Refused(ScopeNeed? before, ScopeNeed? after, IReadOnlyList<KnownScope> known)
    {
        if (after is null or { Alternatives.Count: 0 })
        {
            return [];
        }

        EquatableArray<ScopeAlternative> held = before is null or { Alternatives.Count: 0 } ? new([Nothing]) : before.Alternatives;
        return [.. held.Where(one => !after.Alternatives.Any(needed => Suffices(one, needed, known)))];
    }

    private static bool Suffices(ScopeAlternative held, ScopeAlternative needed, IReadOnlyList<KnownScope> known) =>
        (needed.Credential is null || needed.Credential == held.Credential)
        && (held.Resource is null || needed.Resource == held.Resource)
        && needed.Scopes.All(Included(held.Scopes, known).Contains);

    /// <summary>Returns the scopes and everything they include.</summary>
    private static HashSet<string> Included(IEnumerable<string> scopes, IReadOnlyList<KnownScope> known)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(scopes);
        while (open.TryPop(out var scope))
        {
            if (all.Add(scope))
            {
                foreach (var implied in known.Where(entry => entry.Name == scope).SelectMany(static entry => entry.Implies))
                {
                    open.Push(implied);
                }
            }
        }

        return all;
    }

    /// <summary>If the new document states no requirement, nothing is known about who may call the operation.</summary>
    private static string Permission(OperationModel after, Comparison context) =>
        after.Scopes is null
            ? $"The document no longer states the scopes that {Say.Code(context.Method(after))} requires, so KXO1001 does not check its callers."
            : $"Every app that could call {Say.Code(context.Method(after))} still can.";

    private static string Demand(ScopeAlternative held, OperationModel before, OperationModel after, Comparison context)
    {
        var method = Say.Code(context.Method(after));
        if (before.Scopes is null or { Alternatives.Count: 0 })
        {
            return $"Callers of {method} must be granted {ScopeText.Of(after.Scopes)}; KXO1001 reports where it is missing.";
        }

        var sameKind = after
            .Scopes!.Alternatives.Where(needed => needed.Credential is null || needed.Credential == held.Credential)
            .ToList();
        return sameKind.Count > 0
            ? $"Callers of {method} that were granted {ScopeText.Of(held)} must be granted {Say.List(sameKind.Select(ScopeText.Of), ", or ")}; KXO1001 reports where it is missing."
            : $"A credential of kind {Say.Code(held.Credential ?? "any")} can no longer call {method}.";
    }
}
