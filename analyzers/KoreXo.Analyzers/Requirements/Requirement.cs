using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// The scopes that a member needs: alternatives, any of which suffices. What a member without one needs is unknown, which is not the same
/// as needing nothing.
/// </summary>
internal sealed class Requirement
{
    public Requirement(ImmutableArray<ScopeAlternative> alternatives)
    {
        All = alternatives;
        Needed = [.. alternatives.Where(static alternative => !alternative.IsConditional)];
    }

    /// <summary>Gets every alternative, including those that depend on arguments.</summary>
    public ImmutableArray<ScopeAlternative> All { get; }

    /// <summary>Gets the alternatives of which one must be held, whatever the arguments; empty if no scope is certainly required.</summary>
    public ImmutableArray<ScopeAlternative> Needed { get; }

    /// <summary>Combines requirements of which any one may have been satisfied.</summary>
    /// <returns><see langword="null"/> if one of them is unknown.</returns>
    public static Requirement? AnyOf(IReadOnlyList<Requirement?> requirements) =>
        requirements.Any(static requirement => requirement is null)
            ? null
            : new Requirement([.. requirements.SelectMany(static requirement => requirement!.All)]);

    /// <summary>Reads the requirement from a symbol's own attributes.</summary>
    /// <returns><see langword="null"/> if it has none.</returns>
    public static Requirement? Own(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes();
        if (attributes.IsEmpty)
        {
            return null;
        }

        var alternatives = ScopeAttributes
            .Of(attributes, ScopeAttributes.RequiresScopes)
            .Select(static attribute => new ScopeAlternative(
                ScopeAttributes.Strings(attribute),
                ScopeAttributes.NamedString(attribute, "Credential"),
                ScopeAttributes.NamedFlag(attribute, "Conditional")
            ))
            .ToImmutableArray();
        return alternatives.IsEmpty ? null : new Requirement(alternatives);
    }
}
