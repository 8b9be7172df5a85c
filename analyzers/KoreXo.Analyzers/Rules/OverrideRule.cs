using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1007: a member requires more than the one it overrides or implements, so that calls through that one go unchecked.</summary>
internal sealed class OverrideRule(ScopeProject project)
{
    public void Check(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        if (
            Requirement.Own(member) is not { } own
            || MemberName.Whole(member).Locations.FirstOrDefault() is not { SourceTree: { } tree } location
            || GeneratedClients.Contain(member, tree)
        )
        {
            return;
        }

        foreach (var declared in Declared(member))
        {
            var gaps = Undeclared(own.Inside(member), declared, member);
            if (!gaps.IsEmpty)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ScopeRules.UndeclaredOverride,
                        location,
                        ScopeDeclaration.Write(ImmutableDictionary<string, string?>.Empty, own.Inside(member)),
                        MemberName.Full(member),
                        MissingScopes.Describe(gaps),
                        MemberName.Full(declared)
                    )
                );
                return;
            }
        }
    }

    private ImmutableArray<AlternativeGap> Undeclared(Requirement own, ISymbol declared, ISymbol member)
    {
        foreach (var accessor in Accessors(declared))
        {
            // Parameters correspond by position; their names may differ.
            var granted = project.Requirements.Of(accessor)?.Inside(member);
            if (ScopeJudge.Missing(own, [], granted, HeldFacts.None, project.Catalog) is { IsEmpty: false } gaps)
            {
                return gaps;
            }
        }

        return [];
    }

    /// <summary>Returns the members through which callers may call it.</summary>
    internal static IEnumerable<ISymbol> Declared(ISymbol member)
    {
        if (RequirementReader.Overridden(member) is { } overridden)
        {
            yield return overridden;
        }

        foreach (var declared in InterfaceMembers.ImplementedBy(member))
        {
            yield return declared;
        }
    }

    private static IEnumerable<ISymbol> Accessors(ISymbol declared) =>
        declared switch
        {
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>(),
            IEventSymbol @event => new[] { @event.AddMethod, @event.RemoveMethod }.OfType<ISymbol>(),
            _ => [declared],
        };
}
