using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Cli.Scopes;

/// <summary>The <c>[assembly: UsesScopes]</c> declaration of a library, compared with what it should be.</summary>
internal sealed class LibraryDeclaration
{
    /// <summary>The file for the declaration, if the library has none.</summary>
    private const string FileName = "UsesScopes.cs";

    private LibraryDeclaration(string path, string text, string change)
    {
        Path = path;
        Text = text;
        Change = change;
    }

    /// <summary>Gets the file with the declaration.</summary>
    public string Path { get; }

    /// <summary>Gets the new content of the file.</summary>
    public string Text { get; }

    /// <summary>Gets a description of the change.</summary>
    public string Change { get; }

    /// <summary>Determines whether the declaration of a project has to change.</summary>
    /// <returns>
    /// <see langword="null"/> if nothing has to change: the project is not a library without a manifest, or its declaration is correct.
    /// </returns>
    /// <param name="projects">The project, once for each framework.</param>
    /// <param name="scans">The results for it, in the same order.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<LibraryDeclaration?> FindAsync(
        IReadOnlyList<Project> projects,
        IReadOnlyList<ProjectScan> scans,
        CancellationToken cancellationToken
    )
    {
        var known = scans.Select(static scan => scan.Log.Project).OfType<ScopeProject>().ToList();
        if (known.Count == 0 || known.Exists(static project => !project.IsLibrary || !project.Apps.Files.IsEmpty))
        {
            return null;
        }

        var needed = Needed(scans, known[0].Catalog);
        foreach (var document in projects[0].Documents.Where(static document => document.FilePath is not null))
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken) as CompilationUnitSyntax;
            var attributes = root?.AttributeLists.SelectMany(static list => list.Attributes).Where(IsDeclaration).ToList() ?? [];
            if (attributes.Count > 0)
            {
                var model = (await document.GetSemanticModelAsync(cancellationToken))!;
                return Update(document.FilePath!, root!, attributes, needed, model);
            }
        }

        if (needed.Count == 0)
        {
            return null;
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(projects[0].FilePath)!, FileName);
        var text =
            projects[0].Documents.FirstOrDefault(document => document.FilePath == path) is { } existing
            && await existing.GetSyntaxRootAsync(cancellationToken) is CompilationUnitSyntax code
                ? code.AddAttributeLists([.. SyntaxFactory.ParseCompilationUnit(Lines("KoreXo.", needed)).AttributeLists]).ToFullString()
                : $"using KoreXo;\n\n{Lines("", needed)}";
        return new LibraryDeclaration(path, text, $"declared {Quoted(needed)}");
    }

    private static string Lines(string space, SortedSet<string> needed) =>
        string.Concat(Arguments(needed).Select(arguments => $"[assembly: {space}UsesScopes({arguments})]\n"));

    // A call whose caller declares the requirement itself ([RequiresScopes]) is checked where the library is used, and so is left out
    // here. The attribute on the assembly is for the others, which an app cannot see.
    /// <summary>Returns the smallest set that satisfies the requirements; the app decides which credential is granted it.</summary>
    private static SortedSet<string> Needed(IReadOnlyList<ProjectScan> scans, ScopeCatalog catalog)
    {
        var needs = scans
            .SelectMany(static scan => scan.Log.Calls)
            .Where(static call =>
                ScopeJudge
                    .Missing(
                        call.Call.Need,
                        [],
                        call.Project.Callers.TakenOver(call.Call.Function, call.Caller),
                        Analyzers.Guards.HeldFacts.None,
                        call.Project.Catalog
                    )
                    .Length > 0
            )
            .Select(static call => call.Call.Need);
        return new SortedSet<string>(LeastScopes.Choose(needs, [], catalog).SelectMany(static held => held.Value), StringComparer.Ordinal);
    }

    private static LibraryDeclaration? Update(
        string path,
        CompilationUnitSyntax root,
        List<AttributeSyntax> attributes,
        SortedSet<string> needed,
        SemanticModel model
    )
    {
        var declared = new SortedSet<string>(attributes.SelectMany(attribute => Declared(attribute, model)), StringComparer.Ordinal);
        if (declared.SetEquals(needed))
        {
            return null;
        }

        var gone = declared.Except(needed, StringComparer.Ordinal).ToList();
        var more = needed.Except(declared, StringComparer.Ordinal).ToList();
        var change = string.Join(
            " and ",
            new[] { more.Count == 0 ? "" : $"declared {Quoted(more)}", gone.Count == 0 ? "" : $"removed {Quoted(gone)}" }.Where(
                static part => part.Length > 0
            )
        );

        // The first attribute becomes the whole declaration, with another one next to it for each resource; all others are removed.
        var said = new SyntaxAnnotation();
        var all = Arguments(needed)
            .Select(arguments =>
                attributes[0].WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({arguments})")).WithAdditionalAnnotations(said)
            );
        var changed = root.ReplaceNode(
            attributes[0],
            all.Select(static (attribute, at) => at == 0 ? attribute : attribute.WithLeadingTrivia(SyntaxFactory.Space))
        );
        var others = changed.AttributeLists.SelectMany(static list => list.Attributes).Where(IsOther).Select(WithEmptyList);
        changed = changed.RemoveNodes(others, SyntaxRemoveOptions.KeepNoTrivia)!;
        return new LibraryDeclaration(path, changed.ToFullString(), change);

        bool IsOther(AttributeSyntax attribute) => IsDeclaration(attribute) && !attribute.HasAnnotation(said);
        SyntaxNode WithEmptyList(AttributeSyntax other) =>
            other.Parent is AttributeListSyntax list && list.Attributes.All(IsOther) ? list : other;
    }

    // One list for every resource, and one for each that is named.
    private static IEnumerable<string> Arguments(SortedSet<string> names) =>
        names
            .GroupBy(ResourceScope.Resource, ResourceScope.Scope, StringComparer.Ordinal)
            .OrderBy(static scopes => scopes.Key, StringComparer.Ordinal)
            .Select(static scopes =>
                string.Join(", ", scopes.Select(Literal)) + (scopes.Key is { } resource ? $", Resource = {Literal(resource)}" : "")
            )
            .DefaultIfEmpty("");

    private static IEnumerable<string> Declared(AttributeSyntax attribute, SemanticModel model)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var resource = arguments
            .Where(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Resource")
            .SelectMany(argument => Constants(argument.Expression, model))
            .FirstOrDefault();
        return arguments
            .Where(static argument => argument.NameEquals is null)
            .SelectMany(argument => Constants(argument.Expression, model))
            .Select(scope => ResourceScope.Create(scope, ResourceScope.Named(resource)));
    }

    // A scope may be a constant of the library, and several may be in an array.
    private static IEnumerable<string> Constants(ExpressionSyntax expression, SemanticModel model) =>
        expression
            .DescendantNodesAndSelf(node => !model.GetConstantValue(node).HasValue)
            .Select(node => model.GetConstantValue(node).Value)
            .OfType<string>();

    private static bool IsDeclaration(AttributeSyntax attribute) =>
        attribute.Name.ToString().Split('.', ':')[^1] is "UsesScopes" or "UsesScopesAttribute";

    private static string Literal(string scope) => SymbolDisplay.FormatLiteral(scope, quote: true);

    private static string Quoted(IEnumerable<string> scopes) => string.Join(", ", scopes.Select(ResourceScope.Quote));
}
