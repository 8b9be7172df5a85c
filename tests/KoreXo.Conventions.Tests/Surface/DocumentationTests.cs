using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace KoreXo.Conventions.Surface;

/// <summary>Users read the documentation in the editor, so it must be in the file beside the assembly, emitted members and all.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Simulator")]
    public void Everything_public_is_documented(string project)
    {
        var documented = XDocument
            .Load(Repository.Output(project, "net10.0", project + ".xml"))
            .Descendants("member")
            .Where(static member =>
                member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value)
            )
            .Select(static member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        var symbols = AssemblySymbols
            .VisibleTypes(AssemblySymbols.Load(project, "net10.0").GlobalNamespace)
            .SelectMany(static type => AssemblySymbols.VisibleMembers(type).Prepend(type))
            .Where(static symbol => !IsDefaultConstructor(symbol));
        Rule.Holds(
            "What is public has a summary:",
            symbols,
            symbol => documented.Contains(symbol.GetDocumentationCommentId()!),
            static symbol => symbol.GetDocumentationCommentId()!
        );
    }

    [Fact]
    public void Operations_document_parameters_and_result()
    {
        var members = XDocument
            .Load(Repository.Output("KoreXo", "net10.0", "KoreXo.xml"))
            .Descendants("member")
            .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        var methods = AssemblySymbols
            .VisibleTypes(AssemblySymbols.Load("KoreXo", "net10.0").GlobalNamespace)
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(static method =>
                method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(ApiOperationAttribute))
            );
        Rule.Holds(
            "An operation documents each parameter, its result, and the exceptions:",
            methods,
            method =>
                members[method.GetDocumentationCommentId()!] is var member
                && method.Parameters.All(parameter =>
                    member.Elements("param").Any(element => element.Attribute("name")!.Value == parameter.Name && element.Value.Length > 0)
                )
                && (
                    !method.ReturnType.ToString()!.Contains('<', StringComparison.Ordinal)
                    || !string.IsNullOrWhiteSpace(member.Element("returns")?.Value)
                )
                && member.Element("exception") is not null,
            static method => method.ToDisplayString()
        );
    }

    // In metadata one that is written looks like one that the compiler adds; the compiler itself insists on documenting the former.
    private static bool IsDefaultConstructor(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true };
}
