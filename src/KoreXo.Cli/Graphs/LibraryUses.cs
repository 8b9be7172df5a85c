using System.Collections.Immutable;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Records calls of libraries without source that may call scoped APIs themselves, with what they declare with <c>[assembly:
/// UsesScopes]</c>, if anything.
/// </summary>
internal sealed class LibraryUses
{
    private readonly CallGraph _graph;
    private readonly AnnotatedAssemblies _annotated;
    private readonly string[] _defining;
    private readonly RequirementReader _requirements;
    private readonly Dictionary<IAssemblySymbol, ImmutableArray<ScopeOnCredential>?> _scopes = new(SymbolEqualityComparer.Default);

    public LibraryUses(Compilation compilation, CallGraph graph)
    {
        _graph = graph;
        _annotated = new AnnotatedAssemblies(compilation);
        _requirements = new RequirementReader(_annotated);
        _defining =
        [
            .. compilation
                .GetTypesByMetadataName("KoreXo." + ScopeAttributes.RequiresScopes)
                .Select(static type => type.ContainingAssembly.Name),
        ];
    }

    // A package that was built with the SDK may call anything on behalf of its caller, and its code is not here. If it says [assembly:
    // UsesScopes(…)], these scopes count, all of them, at each place that calls it. If it says nothing, the place is reported as unknown:
    // silence would look like "needs nothing".
    public void Add(GraphNode caller, ISymbol member, Location place)
    {
        if (member.ContainingAssembly is not { } assembly || !_annotated.Contains(assembly) || _requirements.Of(member) is not null)
        {
            return;
        }

        if (UnknownNeeds.IsOperation(member))
        {
            caller.Add(new UnknownUse($"{MemberName.Full(member)}, whose scopes its document does not state", place, []));
            return;
        }

        if (_graph.IsOurs(member))
        {
            return;
        }

        if (!_scopes.TryGetValue(assembly, out var scopes))
        {
            _scopes.Add(assembly, scopes = Declared(assembly));
        }

        if (scopes is { } declared)
        {
            caller.Add(new UnknownUse($"the library {assembly.Name}", place, declared));
        }
    }

    // Null for the runtime and for clients of an API, whose members declare what they call.
    private ImmutableArray<ScopeOnCredential>? Declared(IAssemblySymbol assembly)
    {
        ImmutableArray<ScopeOnCredential> uses =
        [
            .. ScopeAttributes.Used(assembly).Select(static name => ScopeOnCredential.From(null, name)).Distinct(),
        ];
        return uses.IsEmpty && (_defining.Contains(assembly.Name) || ScopeAttributes.Of(assembly, ScopeAttributes.KnownScope).Any())
            ? null
            : uses;
    }
}
