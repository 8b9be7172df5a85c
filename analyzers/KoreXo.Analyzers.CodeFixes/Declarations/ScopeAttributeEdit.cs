using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Adds <c>[RequiresScopes]</c> to a declaration, or extends the existing attribute.</summary>
internal static class ScopeAttributeEdit
{
    /// <returns>The changes, empty if the scopes are already declared; <see langword="null"/> if no attribute can express the requirement
    /// next to those that already apply.</returns>
    public static ImmutableArray<TextChange>? Create(
        ISymbol member,
        SyntaxNode declaration,
        ImmutableArray<ScopeAlternative> needed,
        Compilation compilation
    )
    {
        if (needed.IsEmpty)
        {
            return null;
        }

        var assemblies = new AnnotatedAssemblies(compilation);
        var requirements = new RequirementReader(assemblies);
        if (
            requirements.Of(member)?.Inside(member) is { } declared
            && ScopeJudge.Missing(new Requirement(needed), [], declared, HeldFacts.None, new ScopeCatalog(compilation, assemblies)).IsEmpty
        )
        {
            return [];
        }

        // Two attributes are alternatives, so adding [RequiresScopes("b")] beside [RequiresScopes("a")] would weaken the requirement to
        // "a or b". What a call needs in addition goes into the existing attribute instead.
        var existing = ScopeAttributes.Of(member, ScopeAttributes.RequiresScopes).ToImmutableArray();
        if (!existing.IsEmpty)
        {
            return Extend(existing, declaration.SyntaxTree, member, needed);
        }

        // The attribute would override what the property or the type requires for every member.
        return requirements.Of(member) is null ? [Add(declaration, member, needed, compilation)] : null;
    }

    // An attribute goes on a line of its own where the declaration begins one, as authors write it, and before it on the same line where
    // it does not, as for a lambda: "x => …" becomes "[RequiresScopes("a")] x => …". The line break is copied from the file, so that no
    // file gets two kinds.
    private static TextChange Add(SyntaxNode declaration, ISymbol member, ImmutableArray<ScopeAlternative> needed, Compilation compilation)
    {
        var text = declaration.SyntaxTree.GetText();
        var at = declaration.GetFirstToken().SpanStart;
        var line = text.Lines.GetLineFromPosition(at);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, at));
        var end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var separator = indentation.Trim().Length == 0 && end.Length > 0 ? end + indentation : " ";
        var name = Name(declaration, compilation);
        return new TextChange(
            new TextSpan(at, 0),
            string.Concat(needed.Select(alternative => $"[{name}({Arguments(alternative, member)})]{separator}"))
        );
    }

    private static string Name(SyntaxNode declaration, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(declaration.SyntaxTree);
        var visible = model.LookupNamespacesAndTypes(declaration.SpanStart, name: ScopeAttributes.RequiresScopes);
        return visible is [INamedTypeSymbol type] && ScopeAttributes.Is(type, ScopeAttributes.RequiresScopes)
            ? "RequiresScopes"
            : "global::KoreXo.RequiresScopes";
    }

    private static string Arguments(ScopeAlternative alternative, ISymbol member) =>
        string.Join(
            ", ",
            alternative
                .Scopes.Select(Literal)
                .Concat(alternative.Credential is { } credential ? [$"Credential = {Literal(credential)}"] : [])
                .Concat(
                    alternative.ResourceName is { } resource ? [$"Resource = {Literal(resource)}"]
                    : Parameter(alternative, member) is { } parameter
                        ? [$"{ScopeAttributes.ResourceParameterName} = {Literal(parameter.Name)}"]
                    : []
                )
        );

    // The parameter of the caller, or the one in its place where the caller implements or overrides the member.
    private static IParameterSymbol? Parameter(ScopeAlternative alternative, ISymbol member)
    {
        if (ResourceVariable.Parameter(alternative.Resource) is not var (ordinal, name))
        {
            return null;
        }

        var parameters = Requirement.Parameters(member);
        return parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? (member.IsAbstract || member.IsVirtual || member.IsOverride ? parameters.ElementAtOrDefault(ordinal) : null);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    // Each existing alternative must suffice, so each one gets the missing scopes.
    private static ImmutableArray<TextChange>? Extend(
        ImmutableArray<AttributeData> existing,
        SyntaxTree tree,
        ISymbol member,
        ImmutableArray<ScopeAlternative> needed
    )
    {
        if (needed is not [var alternative])
        {
            return null;
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var attribute in existing)
        {
            if (ScopeAttributes.NamedFlag(attribute, "Conditional"))
            {
                continue;
            }

            if (
                ScopeAttributes.NamedString(attribute, "Credential") != alternative.Credential
                || !IsOn(attribute, alternative, member)
                || attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } arguments } syntax
                || syntax.SyntaxTree != tree
                || arguments.Arguments.LastOrDefault(static argument => argument.NameEquals is null) is not { } last
            )
            {
                return null;
            }

            var added = alternative.Scopes.Except(ScopeAttributes.Strings(attribute), StringComparer.Ordinal);
            changes.Add(new TextChange(new TextSpan(last.Span.End, 0), string.Concat(added.Select(static scope => ", " + Literal(scope)))));
        }

        return changes.Count == 0 ? null : changes.ToImmutable();
    }

    // What is declared for every resource covers each; what is declared for one covers no other.
    private static bool IsOn(AttributeData attribute, ScopeAlternative alternative, ISymbol member) =>
        ScopeAttributes.ResourceParameter(attribute, member) is { } parameter
            ? SymbolEqualityComparer.Default.Equals(parameter, Parameter(alternative, member))
            : ScopeAttributes.Resource(attribute) is not { } resource || resource == alternative.ResourceName;
}
