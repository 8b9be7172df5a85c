using System.Collections.Immutable;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>Compares required scopes with held ones.</summary>
internal static class ScopeJudge
{
    /// <summary>Returns what is missing.</summary>
    /// <param name="need">The requirement.</param>
    /// <param name="held">The credentials.</param>
    /// <param name="granted">What the caller requires of its own callers, if anything.</param>
    /// <param name="guarded">The scopes that guards have proved to be held.</param>
    /// <param name="catalog">The known scopes.</param>
    /// <returns>A gap for each alternative; empty if one alternative is satisfied whichever one the caller's callers chose.</returns>
    public static ImmutableArray<AlternativeGap> Missing(
        Requirement need,
        ImmutableArray<HeldScopes> held,
        Requirement? granted,
        HeldFacts guarded,
        ScopeCatalog catalog
    )
    {
        // A caller whose requirements are all conditional is never checked itself, so it proves nothing.
        if (granted is null || granted.Needed.IsEmpty)
        {
            return Missing(need, held, guarded, catalog);
        }

        // A caller that declares "a, or b" does not know which of them its own callers granted. So the call has to be satisfied under
        // each assumption: all alternatives of the caller are tried, on all credentials that fit, and the first gap that remains is
        // reported.
        foreach (var alternative in granted.Needed)
        {
            foreach (var assumed in Assume(alternative, held, catalog))
            {
                if (Missing(need, assumed, guarded, catalog) is { IsEmpty: false } gaps)
                {
                    return gaps;
                }
            }
        }

        return [];
    }

    // A call may be fine in each case for another reason. If it is not, what to add is found from what all cases have in common.
    private static ImmutableArray<AlternativeGap> Missing(
        Requirement need,
        ImmutableArray<HeldScopes> held,
        HeldFacts guarded,
        ScopeCatalog catalog
    ) => guarded.Cases.All(one => Missing(need, held, one, catalog).IsEmpty) ? [] : Missing(need, held, guarded.Common, catalog);

    private static ImmutableArray<AlternativeGap> Missing(
        Requirement need,
        ImmutableArray<HeldScopes> held,
        HeldSets guarded,
        ScopeCatalog catalog
    )
    {
        var gaps = ImmutableArray.CreateBuilder<AlternativeGap>(need.Needed.Length);
        foreach (var alternative in need.Needed)
        {
            var gap = Gap(alternative, held, guarded, catalog);
            if (gap.Scopes.IsEmpty)
            {
                return [];
            }

            gaps.Add(gap);
        }

        return gaps.ToImmutable();
    }

    private static AlternativeGap Gap(ScopeAlternative alternative, ImmutableArray<HeldScopes> held, HeldSets guarded, ScopeCatalog catalog)
    {
        ImmutableArray<HeldScopes> fitting = [.. held.Where(credential => credential.Fits(alternative.Credential))];
        if (IsVouchedFor(alternative, fitting, guarded, catalog))
        {
            return new AlternativeGap(alternative, [], []);
        }

        // If only one credential fits, it holds everything that any guard has proved.
        var found = fitting.Length > 1 ? [] : catalog.Expand(guarded.All);
        var least = Lacking(alternative, new HeldScopes(alternative.Credential, found), catalog);
        var credentials = ImmutableArray.CreateBuilder<CredentialGap>();
        foreach (var credential in fitting)
        {
            var missing = Lacking(alternative, credential.With(found), catalog);
            credentials.Add(new CredentialGap(credential.Kind, missing));
            least = missing.Length < least.Length ? missing : least;
        }

        return new AlternativeGap(alternative, least, credentials.ToImmutable());
    }

    // Each guard proves scopes on one credential without saying which. For example, with credentials 'user' and 'admin' and a guard for
    // 'a', either of them may be the one that holds 'a', so the alternative must be satisfied whichever it is.
    private static bool IsVouchedFor(
        ScopeAlternative alternative,
        ImmutableArray<HeldScopes> fitting,
        HeldSets guarded,
        ScopeCatalog catalog
    )
    {
        foreach (var set in guarded.Sets)
        {
            var found = catalog.Expand(set);
            if (fitting.Length > 0 && fitting.All(credential => Lacking(alternative, credential.With(found), catalog).IsEmpty))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> Lacking(ScopeAlternative alternative, HeldScopes credential, ScopeCatalog catalog) =>
        [
            .. alternative
                .Scopes.Where(scope =>
                    !ResourceScope.IsHeld(credential.Scopes, catalog.Canonical(ResourceScope.Create(scope, alternative.Resource)))
                )
                .Distinct(StringComparer.Ordinal),
        ];

    // The caller's callers satisfied one alternative on one credential, but it is unknown which of the fitting ones.
    private static IEnumerable<ImmutableArray<HeldScopes>> Assume(
        ScopeAlternative alternative,
        ImmutableArray<HeldScopes> held,
        ScopeCatalog catalog
    )
    {
        var scopes = catalog.Expand(alternative.Required);
        var isFitted = false;
        foreach (var holder in held)
        {
            if (holder.Fits(alternative.Credential))
            {
                isFitted = true;
                yield return held.Replace(holder, holder.With(scopes));
            }
        }

        if (!isFitted)
        {
            yield return held.Add(new HeldScopes(alternative.Credential, scopes));
        }
    }
}
