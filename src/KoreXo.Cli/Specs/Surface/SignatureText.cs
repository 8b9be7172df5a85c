using System.Text.RegularExpressions;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Cli.Specs.Surface;

/// <summary>Formats declarations: in full for comparison, briefly for display.</summary>
internal static partial class SignatureText
{
    public static string Of(SyntaxNode node) => Blanks().Replace(node.ToString(), " ");

    public static string Short(SyntaxNode type) => Unqualified(Of(type));

    /// <summary>Formats the parameters, without the two that every operation ends with.</summary>
    public static string Short(ParameterListSyntax list) =>
        string.Join(
            ", ",
            list.Parameters.Where(static parameter => parameter.Identifier.Text is not ("call" or "cancellationToken"))
                .Select(static parameter => Unqualified(Of(parameter)))
        );

    /// <summary>Formats a type as in C#, without namespaces.</summary>
    public static string Short(TypeRef type) => Unqualified(TypeText.Of(type));

    /// <summary>Formats a declaration without namespaces.</summary>
    public static string Short(string declaration) => Unqualified(declaration);

    private static string Unqualified(string text) => Qualifier().Replace(text, "");

    [GeneratedRegex(@"\s+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"global::(\w+\.)*", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Qualifier();
}
