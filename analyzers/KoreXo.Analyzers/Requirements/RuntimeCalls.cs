using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>Recognizes members that the runtime calls, so that no caller can be required to hold a scope.</summary>
internal static class RuntimeCalls
{
    public static bool Reaches(ISymbol member, IMethodSymbol? entryPoint) =>
        member is IMethodSymbol method
        && (
            method.MethodKind is MethodKind.StaticConstructor or MethodKind.Destructor
            || SymbolEqualityComparer.Default.Equals(method, entryPoint)
            || SymbolEqualityComparer.Default.Equals(method.PartialDefinitionPart ?? method, entryPoint)
            || IsModuleInitializer(method)
        );

    private static bool IsModuleInitializer(IMethodSymbol method) =>
        method
            .GetAttributes()
            .Any(static attribute =>
                attribute.AttributeClass is { Name: "ModuleInitializerAttribute" } type
                && type.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices"
            );
}
