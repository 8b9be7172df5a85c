using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Conventions.Sources;

/// <summary>What one finds by its name is where one looks for it.</summary>
public sealed class ShapeTests
{
    /// <summary>Classes that can be derived from by anybody, with the reason.</summary>
    private static readonly Dictionary<string, string> OpenOnPurpose = new(StringComparer.Ordinal)
    {
        ["KoreXoClient"] = "replaced in users' tests",
        ["BotDefinitionClient"] = "replaced in users' tests, as all clients; its downloads are written by hand",
        ["DataTablesClient"] = "replaced in users' tests, as all clients; its typed rows are written by hand",
        ["KoreXoException"] = "the base of the exceptions, and thrown itself where no subtype says more",
        ["KoreXoForbiddenException"] = "thrown itself where a 403 has another reason than a missing scope",
        ["Job"] = "waiting is overridden in users' tests",
        ["PagedResult"] = "pages are given by a subclass in users' tests",
        ["Webhook"] = "the base of the webhooks that a response is written to",
        ["StreamedResult"] = "items are given by a subclass in users' tests",
    };

    private static readonly string[] VagueFolders =
    [
        "Helpers",
        "Helper",
        "Utils",
        "Util",
        "Utilities",
        "Common",
        "Misc",
        "Extensions",
        "Shared",
    ];

    private static IEnumerable<TypeDeclarationSyntax> Classes =>
        CodeFiles
            .Shipped.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(static type =>
                type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax && !type.IsKind(SyntaxKind.RecordStructDeclaration))
            );

    [Fact]
    public void A_file_has_one_type_and_perhaps_the_records_of_its_subject() =>
        Rule.Holds(
            "After its first top-level type, a file has only records and enums:",
            CodeFiles.Shipped,
            static tree => TopLevelTypes(tree).Skip(1).All(static type => type is RecordDeclarationSyntax or EnumDeclarationSyntax),
            static tree => $"{tree.FilePath}: {string.Join(", ", TopLevelTypes(tree).Select(static type => type.Identifier.Text))}"
        );

    [Fact]
    public void A_class_is_sealed_static_abstract_or_open_on_purpose() =>
        Rule.Holds(
            "A class is closed, or on the list with a reason:",
            Classes,
            static type =>
                type.Modifiers.Any(static modifier =>
                    modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword
                ) || OpenOnPurpose.ContainsKey(type.Identifier.Text),
            static type => $"{CodeFiles.Place(type)}: {type.Identifier.Text}"
        );

    [Fact]
    public void The_list_of_open_classes_is_not_longer_than_it_must_be()
    {
        var open = Classes
            .Where(static type => !type.Modifiers.Any(SyntaxKind.SealedKeyword))
            .Select(static type => type.Identifier.Text)
            .ToHashSet(StringComparer.Ordinal);
        Rule.Holds("A listed class is there, and is open:", OpenOnPurpose.Keys, open.Contains, static name => name);
    }

    [Fact]
    public void There_are_no_regions() =>
        Rule.Holds(
            "A file that needs regions is two files:",
            CodeFiles.All,
            static tree => !tree.GetRoot().DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)),
            static tree => tree.FilePath
        );

    [Fact]
    public void No_folder_is_named_for_nothing() =>
        Rule.Holds(
            "A folder is named by its subject:",
            CodeFiles.Shipped,
            static tree => !tree.FilePath.Split('/').Intersect(VagueFolders, StringComparer.OrdinalIgnoreCase).Any(),
            static tree => tree.FilePath
        );

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Rule.Holds(
            "A namespace takes no indentation:",
            CodeFiles.All,
            static tree => !tree.GetRoot().DescendantNodes().OfType<NamespaceDeclarationSyntax>().Any(),
            static tree => tree.FilePath
        );

    private static IEnumerable<BaseTypeDeclarationSyntax> TopLevelTypes(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(static type => type.Parent is not TypeDeclarationSyntax);
}
