using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// Determines the value of static read-only fields that are initialized with a constant. There is one instance per compilation, which
/// caches its results.
/// </summary>
internal sealed class ReadOnlyFields(Compilation compilation)
{
    private readonly ConcurrentDictionary<IFieldSymbol, object?> _values = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the value; <see langword="null"/> if it is not known.</summary>
    public object? Value(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: true }
        && SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, compilation.Assembly)
            ? _values.GetOrAdd(field.OriginalDefinition, Find)
            : null;

    private object? Find(IFieldSymbol field)
    {
        // A static constructor may assign another value.
        if (
            !field.ContainingType.StaticConstructors.All(static constructor => constructor.IsImplicitlyDeclared)
            || field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is not VariableDeclaratorSyntax { Initializer.Value: var value }
        )
        {
            return null;
        }

#pragma warning disable RS1030 // Only for fields that name a resource, and once per compilation.
        return compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value) is { HasValue: true, Value: var constant }
            ? constant
            : null;
#pragma warning restore RS1030
    }
}
