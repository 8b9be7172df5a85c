using KoreXo.Analyzers.Members;
using KoreXo.Naming;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// The kinds of credential that the referenced APIs require. Members are searched only until a kind is found, so only an unknown kind
/// causes a search of the whole API.
/// </summary>
internal sealed class CredentialKinds
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly IEnumerator<string> _rest;
    private SimilarNames? _similar;

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

    /// <summary>Returns the kind that was probably meant by an unknown one.</summary>
    public string? Closest(string kind)
    {
        lock (_known)
        {
            return (_similar ??= new SimilarNames(_known)).Closest(kind);
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

    // Code that users write themselves is what is being checked.
    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(part => GeneratedClients.Contain(type, part.SyntaxTree));
}
