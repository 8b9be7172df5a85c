using KoreXo.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Specs.Surface;

/// <summary>
/// Reads the public members of a document's client and models from the code that the generator emits, so that what is compared is what
/// callers get. The other emitted code (codecs, descriptors) is not public, or has the same members for every document.
/// </summary>
internal static class EmittedSurface
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);

    // Only parsed, not compiled: signatures can be compared as text, because one emitter wrote both. Compiling both versions would need
    // the runtime and all of its references at hand.
    public static IReadOnlyDictionary<string, SurfaceMember> Read(EmitContext context, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, SurfaceMember>(StringComparer.Ordinal);
        foreach (var text in Texts(new EmitContext(PagerMembers.LeaveOut(context.Document), cancellationToken)))
        {
            var root = CSharpSyntaxTree.ParseText(text, Options, cancellationToken: cancellationToken).GetRoot(cancellationToken);
            foreach (var type in root.DescendantNodes(static node => node is not TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            {
                AddType(type, null, members);
            }
        }

        return members;
    }

    private static IEnumerable<SourceText> Texts(EmitContext context)
    {
        var document = context.Document;
        if (document.Operations.Count > 0)
        {
            yield return ClientEmitter.Emit(context);
        }

        if (document.Webhooks.Count > 0)
        {
            yield return WebhookEmitter.Emit(context);
        }

        if (document.Operations.Count + document.Webhooks.Count > 0)
        {
            foreach (var file in TypeFile.Divide(context))
            {
                yield return ModelEmitter.Emit(context, file);
            }
        }
    }

    private static void AddType(TypeDeclarationSyntax type, string? owner, Dictionary<string, SurfaceMember> members)
    {
        if (!IsVisible(type.Modifiers))
        {
            return;
        }

        var key = owner is null ? type.Identifier.Text : $"{owner}.{type.Identifier.Text}";
        var bases = type.BaseList is { } list ? " : " + string.Join(", ", list.Types.Select(SignatureText.Of)) : "";
        members[key] = new SurfaceMember
        {
            Key = key,
            Owner = owner,
            Head =
                $"{Modifiers(type.Modifiers)} {type.Keyword.Text}{(type is RecordDeclarationSyntax record ? $" {record.ClassOrStructKeyword.Text}".TrimEnd() : "")} {key}{bases}",
            Display = key,
        };
        foreach (var member in type.Members)
        {
            if (member is TypeDeclarationSyntax nested)
            {
                AddType(nested, key, members);
            }
            else if (IsVisible(member.Modifiers) && Read(member, key) is { } found)
            {
                members[found.Key] = found;
            }
        }
    }

    private static SurfaceMember? Read(MemberDeclarationSyntax member, string owner) =>
        member switch
        {
            PropertyDeclarationSyntax property => new SurfaceMember
            {
                Key = $"{owner}.{property.Identifier.Text}",
                Owner = owner,
                Head = $"{Modifiers(property.Modifiers)} {SignatureText.Of(property.Type)} {{ {Accessors(property)} }}",
                MustBeSet = property.Modifiers.Any(SyntaxKind.RequiredKeyword),
                Display = SignatureText.Short(property.Type),
            },
            MethodDeclarationSyntax method => new SurfaceMember
            {
                Key = $"{owner}.{method.Identifier.Text}",
                Owner = owner,
                Head = $"{Modifiers(method.Modifiers)} {SignatureText.Of(method.ReturnType)}",
                Parameters = [.. method.ParameterList.Parameters.Select(SignatureText.Of)],
                Returns = SignatureText.Short(method.ReturnType),
                Takes = SignatureText.Short(method.ParameterList),
                Display = $"{SignatureText.Short(method.ReturnType)} {method.Identifier.Text}({SignatureText.Short(method.ParameterList)})",
            },
            ConstructorDeclarationSyntax constructor => Special(constructor, $"{owner}({Types(constructor)})", owner),
            ConversionOperatorDeclarationSyntax conversion => Special(conversion, $"{owner}(implicit from {Types(conversion)})", owner),
            _ => null,
        };

    private static SurfaceMember Special(BaseMethodDeclarationSyntax member, string key, string owner) =>
        new()
        {
            Key = key,
            Owner = owner,
            Head = Modifiers(member.Modifiers),
            Display = key,
        };

    private static string Types(BaseMethodDeclarationSyntax member) =>
        string.Join(", ", member.ParameterList.Parameters.Select(static parameter => SignatureText.Short(parameter.Type!)));

    private static string Accessors(PropertyDeclarationSyntax property) =>
        property.AccessorList is { } list ? string.Join(" ", list.Accessors.Select(static accessor => accessor.Keyword.Text)) : "get";

    /// <summary>Returns whether code outside the assembly can see a member of a public type.</summary>
    private static bool IsVisible(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword)
        || (modifiers.Any(SyntaxKind.ProtectedKeyword) && !modifiers.Any(SyntaxKind.PrivateKeyword));

    private static string Modifiers(SyntaxTokenList modifiers) =>
        string.Join(
            " ",
            modifiers
                .Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.RequiredKeyword))
                .Select(static modifier => modifier.Text)
        );
}
