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

    /// <summary>The argument of an attribute with the name of the parameter that names the resource.</summary>
    public const string ResourceParameterName = "ResourceParameter";

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

    /// <summary>Returns the resource that an attribute names; <see langword="null"/> for every resource.</summary>
    public static string? Resource(AttributeData attribute) => ResourceScope.Named(NamedString(attribute, "Resource"));

    /// <summary>Returns the parameter of the annotated member that names the resource; <see langword="null"/> if there is none.</summary>
    public static IParameterSymbol? ResourceParameter(AttributeData attribute, ISymbol member) =>
        NamedString(attribute, ResourceParameterName) is { } name
            ? Requirement.Parameters(member).FirstOrDefault(parameter => parameter.Name == name)
            : null;

    /// <summary>Returns the scopes that an assembly declares to use, each on its resource.</summary>
    public static IEnumerable<string> Used(IAssemblySymbol assembly) =>
        Of(assembly, UsesScopes)
            .SelectMany(static attribute => Strings(attribute).Select(scope => ResourceScope.Create(scope, Resource(attribute))));

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
