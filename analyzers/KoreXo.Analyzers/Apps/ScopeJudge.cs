using System.Collections.Immutable;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>Compares what is needed with what is held.</summary>
internal static class ScopeJudge
{
    /// <summary>Gives what is missing.</summary>
    /// <param name="need">What is needed.</param>
    /// <param name="held">The credentials.</param>
    /// <param name="granted">What the caller demands of its own callers, if it demands anything.</param>
    /// <param name="guarded">What guards have found to be held.</param>
    /// <param name="catalog">The known scopes.</param>
    /// <returns>A gap for each alternative; empty if one is satisfied, whatever the caller's callers chose.</returns>
    public static ImmutableArray<AlternativeGap> Missing(
        Requirement need,
        ImmutableArray<HeldScopes> held,
        Requirement? granted,
        HeldFacts guarded,
        ScopeCatalog catalog
    )
    {
        // A caller whose every demand is conditional is never checked itself, so it vouches for nothing.
        if (granted is null || granted.Needed.IsEmpty)
        {
            return Missing(need, held, guarded, catalog);
        }

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

    private static ImmutableArray<AlternativeGap> Missing(
        Requirement need,
        ImmutableArray<HeldScopes> held,
        HeldFacts guarded,
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

    private static AlternativeGap Gap(
        ScopeAlternative alternative,
        ImmutableArray<HeldScopes> held,
        HeldFacts guarded,
        ScopeCatalog catalog
    )
    {
        ImmutableArray<HeldScopes> fitting = [.. held.Where(credential => credential.Fits(alternative.Credential))];
        if (guarded.IsUnreachable || IsVouchedFor(alternative, fitting, guarded, catalog))
        {
            return new AlternativeGap(alternative, [], []);
        }

        // Where only one credential can be meant, it holds whatever any guard has found.
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

    // One guard speaks of one credential, nobody knows which: it suffices if any of them would do.
    private static bool IsVouchedFor(
        ScopeAlternative alternative,
        ImmutableArray<HeldScopes> fitting,
        HeldFacts guarded,
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
        [.. alternative.Scopes.Where(scope => !credential.Scopes.Contains(catalog.Canonical(scope))).Distinct(StringComparer.Ordinal)];

    // The caller's callers were checked against one alternative, on one credential, and nobody knows on which of those that fit.
    private static IEnumerable<ImmutableArray<HeldScopes>> Assume(
        ScopeAlternative alternative,
        ImmutableArray<HeldScopes> held,
        ScopeCatalog catalog
    )
    {
        var scopes = catalog.Expand(alternative.Scopes);
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
