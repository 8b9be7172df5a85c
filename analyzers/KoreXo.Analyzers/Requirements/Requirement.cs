using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// What a member needs: alternatives, any of which suffices. A member without one has an unknown need, which is no requirement.
/// </summary>
internal sealed class Requirement
{
    public Requirement(ImmutableArray<ScopeAlternative> alternatives)
    {
        All = alternatives;
        Needed = [.. alternatives.Where(static alternative => !alternative.IsConditional)];
    }

    /// <summary>Gets every alternative, also those that depend on arguments.</summary>
    public ImmutableArray<ScopeAlternative> All { get; }

    /// <summary>
    /// Gets the alternatives of which one must be held, whatever the arguments; empty if nothing can be said to be missing.
    /// </summary>
    public ImmutableArray<ScopeAlternative> Needed { get; }

    /// <summary>Gives what is needed where each of several requirements may be the one that was met.</summary>
    /// <returns><see langword="null"/> if one of them is unknown.</returns>
    public static Requirement? AnyOf(IReadOnlyList<Requirement?> requirements) =>
        requirements.Any(static requirement => requirement is null)
            ? null
            : new Requirement([.. requirements.SelectMany(static requirement => requirement!.All)]);

    /// <summary>Reads a symbol's own attributes.</summary>
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
