using KoreXo.Analyzers.Callers;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// The kinds of credential that referenced APIs ask for. Members are looked at only until the kind in question is found: the whole API is
/// searched for a name that is wrong.
/// </summary>
internal sealed class CredentialKinds
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly IEnumerator<string> _rest;

    public CredentialKinds(Compilation compilation, AnnotatedAssemblies assemblies) =>
        _rest = Kinds(compilation, assemblies).GetEnumerator();

    public bool Contains(string kind)
    {
        lock (_known)
        {
            while (!_known.Contains(kind) && _rest.MoveNext())
            {
                _known.Add(_rest.Current);
            }

            return _known.Contains(kind);
        }
    }

    /// <summary>Gives the kind that was probably meant by one that is not known.</summary>
    public string? Closest(string kind)
    {
        lock (_known)
        {
            return NameSuggestion.Closest(kind, _known);
        }
    }

    private static IEnumerable<string> Kinds(Compilation compilation, AnnotatedAssemblies assemblies)
    {
        if (assemblies.IsEmpty)
        {
            yield break;
        }

        foreach (var assembly in assemblies.References.Insert(0, compilation.Assembly))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
            foreach (var type in AssemblyTypes.Of(assembly).Where(type => !isOwn || IsGenerated(type)))
            {
                foreach (var symbol in type.GetMembers().Prepend(type))
                {
                    foreach (var attribute in ScopeAttributes.Of(symbol, ScopeAttributes.RequiresScopes))
                    {
                        if (ScopeAttributes.NamedString(attribute, "Credential") is { } kind)
                        {
                            yield return kind;
                        }
                    }
                }
            }
        }
    }

    // What users write themselves is what is to be checked.
    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(part => GeneratedClients.Contain(type, part.SyntaxTree));
}
