using KoreXo.Generator;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>The truth: what a document becomes when it is generated and compiled, told by the compiler's own symbols.</summary>
internal sealed class CompiledSurface
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat
        .FullyQualifiedFormat.WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType
                | SymbolDisplayMemberOptions.IncludeParameters
                | SymbolDisplayMemberOptions.IncludeAccessibility
                | SymbolDisplayMemberOptions.IncludeModifiers
                | SymbolDisplayMemberOptions.IncludeContainingType
        )
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeDefaultValue
                | SymbolDisplayParameterOptions.IncludeModifiers
        )
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        )
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat NameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType
    );

    private CompiledSurface(Dictionary<string, CompiledMember> members) => Members = members;

    public Dictionary<string, CompiledMember> Members { get; }

    /// <summary>Generates and compiles a document; null where the generator refuses it.</summary>
    public static CompiledSurface? Of(string path, string text, string client)
    {
        var run = GeneratorRun.Start(
            new KoreXoGenerator(),
            [new TestDocument(path, text).With("Namespace", "Api").With("ClientName", client)]
        );
        if (run.Result.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        // Declarations are all that is compared; that bodies compile is shown by the generator's own tests.
        var errors = run
            .Compilation.GetDeclarationDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));

        var members = new Dictionary<string, CompiledMember>(StringComparer.Ordinal);
        foreach (
            var type in run
                .Compilation.Assembly.GlobalNamespace.GetNamespaceMembers()
                .Where(static space => space.Name == "Api")
                .SelectMany(static space => space.GetTypeMembers())
        )
        {
            Add(type, members);
        }

        return new CompiledSurface(members);
    }

    /// <summary>The members whose users break, or that users must heed from now on.</summary>
    public IReadOnlyList<CompiledMember> BrokenIn(CompiledSurface later)
    {
        var broken = Members
            .Where(member =>
                !later.Members.TryGetValue(member.Key, out var now)
                || now.Text != member.Value.Text
                || (now.MustBeSet && !member.Value.MustBeSet)
            )
            .Select(static member => member.Value);
        var demanded = later
            .Members.Where(member =>
                member.Value.MustBeSet && !Members.ContainsKey(member.Key) && Members.Values.Any(type => type.Name == member.Value.Owner)
            )
            .Select(static member => member.Value);
        return [.. broken.Concat(demanded)];
    }

    private static void Add(INamedTypeSymbol type, Dictionary<string, CompiledMember> members)
    {
        if (type.DeclaredAccessibility != Accessibility.Public)
        {
            return;
        }

        // What the runtime finds a model's JSON code by is no part of what callers write, and hidden from editors.
        var interfaces = type.Interfaces.Where(static implemented => implemented.ContainingNamespace.ToDisplayString() != "KoreXo.Runtime");
        Add(
            type,
            $"{(type.IsAbstract ? "abstract " : "")}{(type.IsSealed ? "sealed " : "")}{(type.IsRecord ? "record " : "")}{type.ToDisplayString(Format)} : {type.BaseType} {string.Join(", ", interfaces)}",
            mustBeSet: false,
            members
        );
        foreach (
            var member in type.GetMembers()
                .Where(static member =>
                    member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                )
        )
        {
            if (member is INamedTypeSymbol nested)
            {
                Add(nested, members);
            }
            else if (member is not IMethodSymbol { AssociatedSymbol: not null })
            {
                var isRequired = member is IPropertySymbol { IsRequired: true };
                var accessors = member is IPropertySymbol property
                    ? $" {{ {property.GetMethod?.DeclaredAccessibility} {property.SetMethod?.DeclaredAccessibility} {property.SetMethod?.IsInitOnly} }}"
                    : "";
                Add(
                    member,
                    member.ToDisplayString(Format).Replace("required ", "", StringComparison.Ordinal) + accessors,
                    isRequired || member.IsAbstract,
                    members
                );
            }
        }
    }

    private static void Add(ISymbol symbol, string text, bool mustBeSet, Dictionary<string, CompiledMember> members)
    {
        var owner = symbol.ContainingType?.ToDisplayString(NameFormat);
        var types = symbol is IMethodSymbol method
            ? string.Join(
                ", ",
                method.Parameters.Select(static parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
            )
            : "";
        var (key, name) = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => (text, $"{owner}({types})"),
            IMethodSymbol { MethodKind: MethodKind.Conversion } => (text, $"{owner}(implicit from {types})"),
            IMethodSymbol { MethodKind: not MethodKind.Ordinary } => (text, text),
            _ => (symbol.ToDisplayString(NameFormat), symbol.ToDisplayString(NameFormat)),
        };
        members[key] = new CompiledMember(name, owner, text, mustBeSet);
    }
}
