using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Creates keys for symbols that are the same in every compilation of a solution. The symbols themselves differ: a library has its own
/// compilation, and each project and framework that references it has another symbol for each member.
/// </summary>
internal static class FunctionKey
{
    // "App" calls "Lib.Store.Save". The symbol that App's compilation has for Save comes from a reference, the one in Lib's compilation
    // from source; they are not equal, and both are Save. A project for two frameworks even has two compilations of its own. The
    // documentation id, with the assembly, is equal in all of them.
    /// <summary>Gets the key of a member, a lambda, or a local function.</summary>
    public static string From(ISymbol member)
    {
        var declared = Declared(member);
        if (declared is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } function)
        {
            // They have no name outside the containing member. Several projects may compile the same file.
            var syntax = function.DeclaringSyntaxReferences[0];
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{declared.ContainingAssembly?.Name}|{syntax.SyntaxTree.FilePath}@{syntax.Span.Start}"
            );
        }

        return $"{declared.ContainingAssembly?.Name}|{declared.GetDocumentationCommentId()}";
    }

    /// <summary>Gets the key of a type, whatever its type arguments.</summary>
    public static string From(ITypeSymbol type) =>
        $"{type.OriginalDefinition.ContainingAssembly?.Name}|{type.OriginalDefinition.GetDocumentationCommentId()}";

    /// <summary>
    /// Gets the original definition of the member: not constructed, not reduced, and the first of two partial declarations.
    /// </summary>
    public static ISymbol Declared(ISymbol member) =>
        member switch
        {
            IMethodSymbol { ReducedFrom: { } extension } => Declared(extension),
            IMethodSymbol { PartialDefinitionPart: { } first } => first.OriginalDefinition,
            IMethodSymbol { OriginalDefinition.PartialDefinitionPart: { } first } => first,
            _ => member.OriginalDefinition,
        };
}
