using System.Text;
using Microsoft.CodeAnalysis;

namespace KoreXo.Conventions.Surface;

/// <summary>The public surface of an assembly as text: one declaration a line, in an order that does not change by itself.</summary>
internal static class ApiListing
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: TypeFormat.GenericsOptions,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    public static string Write(IAssemblySymbol assembly)
    {
        var text = new StringBuilder();
        foreach (var type in AssemblySymbols.VisibleTypes(assembly.GlobalNamespace))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(INamedTypeSymbol type)
    {
        var modifiers =
            type.TypeKind is TypeKind.Class
                ? type.IsStatic
                    ? "static "
                    : type.IsSealed
                        ? "sealed "
                        : type.IsAbstract
                            ? "abstract "
                            : ""
                : "";
        var bases = new[] { type.BaseType }
            .Where(static parent => parent is { SpecialType: SpecialType.None })
            .Concat(type.Interfaces)
            .Select(static parent => parent!.ToDisplayString(MemberFormat))
            .Order(StringComparer.Ordinal)
            .ToList();
        return $"{modifiers}{type.ToDisplayString(TypeFormat)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) =>
        AssemblySymbols
            .VisibleMembers(type)
            .Select(static member => (member.Name, Text: member.ToDisplayString(MemberFormat)))
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .ThenBy(static member => member.Text, StringComparer.Ordinal)
            .Select(static member => member.Text);
}
