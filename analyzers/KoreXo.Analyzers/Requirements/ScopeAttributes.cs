using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>Recognizes the attributes by name rather than by type, since several assemblies may contain their own copies.</summary>
internal static class ScopeAttributes
{
    public const string RequiresScopes = "RequiresScopesAttribute";
    public const string ScopeGuard = "ScopeGuardAttribute";
    public const string ScopeApp = "ScopeAppAttribute";
    public const string UsesScopes = "UsesScopesAttribute";
    public const string KnownScope = "KnownScopeAttribute";

    public static IEnumerable<AttributeData> Of(ISymbol symbol, string name) => Of(symbol.GetAttributes(), name);

    public static IEnumerable<AttributeData> Of(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (Is(attribute.AttributeClass, name))
            {
                yield return attribute;
            }
        }
    }

    public static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "KoreXo", ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name == name;

    /// <summary>Returns all strings among the constructor's arguments, with lists flattened.</summary>
    public static ImmutableArray<string> Strings(AttributeData attribute) => [.. attribute.ConstructorArguments.SelectMany(Strings)];

    public static ImmutableArray<string> NamedStrings(AttributeData attribute, string name) =>
        Named(attribute, name) is { } value ? [.. Strings(value)] : [];

    public static string? NamedString(AttributeData attribute, string name) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Primitive } value ? value.Value as string : null;

    public static bool NamedFlag(AttributeData attribute, string name) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: true };

    private static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IEnumerable<string> Strings(TypedConstant value) =>
        value.Kind switch
        {
            TypedConstantKind.Array when !value.IsNull => value.Values.SelectMany(Strings),
            TypedConstantKind.Primitive when value.Value is string text => [text],
            _ => [],
        };
}
