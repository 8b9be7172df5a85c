using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, Requirement> _on = new(StringComparer.Ordinal);

    /// <summary>Gets every alternative, including those that depend on arguments.</summary>
    public ImmutableArray<ScopeAlternative> All { get; }

    /// <summary>Gets the alternatives of which one must be held, whatever the arguments; empty if no scope is certainly required.</summary>
    public ImmutableArray<ScopeAlternative> Needed { get; }

    /// <summary>Gets a value indicating whether a parameter names the resource of a call.</summary>
    public bool IsPerResource => All.Any(static alternative => alternative.Parameter is not null);

    /// <summary>Returns the requirement on the resources that the parameters of a member name.</summary>
    /// <param name="resource">Returns the resource by the ordinal of the parameter; <see langword="null"/> for every resource.</param>
    public Requirement On(Func<int, string?> resource)
    {
        ImmutableArray<string?> resources =
        [
            .. All.Select(alternative => alternative.Parameter is { } ordinal ? resource(ordinal) : alternative.Resource),
        ];
        return resources.SequenceEqual(All.Select(static alternative => alternative.Resource))
            ? this
            : _on.GetOrAdd(
                string.Join("\n", resources),
                _ => new Requirement([.. All.Zip(resources, static (alternative, on) => alternative with { Resource = on })])
            );
    }

    // [RequiresScopes("Read", ResourceParameter = "table")] promises the body of the method the scope on whatever 'table' is, and not on
    // every resource.
    /// <summary>Returns what the code of a member may rely on if its callers satisfy the requirement.</summary>
    public Requirement Inside(ISymbol member)
    {
        if (!IsPerResource)
        {
            return this;
        }

        var parameters = Parameters(member is IMethodSymbol { PartialImplementationPart: { } part } ? part : member);
        return On(ordinal => ordinal < parameters.Length ? ResourceVariable.From(parameters[ordinal]) : ResourceVariable.Unknown);
    }

    /// <summary>Returns the parameters of a method or indexer.</summary>
    public static ImmutableArray<IParameterSymbol> Parameters(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };

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
            .Select(attribute => new ScopeAlternative(
                ScopeAttributes.Strings(attribute),
                ScopeAttributes.NamedString(attribute, "Credential"),
                ScopeAttributes.NamedFlag(attribute, "Conditional")
            )
            {
                Parameter = ScopeAttributes.ResourceParameter(attribute, symbol)?.Ordinal,
                Resource = ScopeAttributes.Resource(attribute),
            })
            .ToImmutableArray();
        return alternatives.IsEmpty ? null : new Requirement(alternatives);
    }
}
