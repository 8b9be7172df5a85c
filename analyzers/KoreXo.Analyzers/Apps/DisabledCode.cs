using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Analyzers.Apps;

/// <summary>
/// The scopes that code excluded by <c>#if</c> may need. This compilation skips it, but another framework or configuration compiles it.
/// </summary>
/// <remarks>
/// Excluded code has no symbols, so the check is by spelling: anything that looks like a scope, or like a member that needs one, counts.
/// </remarks>
internal sealed class DisabledCode(
    Compilation compilation,
    AnnotatedAssemblies assemblies,
    RequirementReader requirements,
    ScopeCatalog catalog
)
{
    private readonly Lazy<HashSet<string>> _scopes = new(() => Read(compilation, assemblies, requirements, catalog));

    /// <summary>Returns whether the code may need the scope or one that it implies.</summary>
    public bool MayNeed(string scope) => _scopes.Value.Count > 0 && catalog.Expand([scope]).Any(_scopes.Value.Contains);

    private static HashSet<string> Read(
        Compilation compilation,
        AnnotatedAssemblies assemblies,
        RequirementReader requirements,
        ScopeCatalog catalog
    )
    {
        var scopes = new HashSet<string>(StringComparer.Ordinal);
        var words = Words(compilation);
        if (words.Count == 0)
        {
            return scopes;
        }

        scopes.UnionWith(words.Where(catalog.Knows).Select(catalog.Canonical));
        foreach (var type in assemblies.References.Insert(0, compilation.Assembly).SelectMany(AssemblyTypes.Of))
        {
            foreach (var member in type.GetMembers())
            {
                var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : MemberName.Whole(member).Name;
                if (words.Contains(name) && requirements.Of(member) is { } need)
                {
                    scopes.UnionWith(need.All.SelectMany(static alternative => alternative.Scopes).Select(catalog.Canonical));
                }
            }
        }

        return scopes;
    }

    private static HashSet<string> Words(Compilation compilation)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in compilation.SyntaxTrees.Select(static tree => tree.GetRoot()).Where(static root => root.ContainsDirectives))
        {
            foreach (var trivia in root.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
            {
                foreach (var token in SyntaxFactory.ParseTokens(trivia.ToString()))
                {
                    words.Add(token.ValueText);
                }
            }
        }

        return words;
    }
}
