using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// A type as far as it is known, the same in all compilations of a solution: <c>System.Func&lt;*, bool&gt;</c>, where <c>*</c> is a type
/// parameter and may be any type.
/// </summary>
internal sealed class TypeShape
{
    private static readonly TypeShape Any = new("*", []);

    private readonly TypeShape[] _arguments;
    private readonly string _text;

    private TypeShape(string name, TypeShape[] arguments)
    {
        Name = name;
        _arguments = arguments;
        _text = arguments.Length == 0 ? name : $"{name}<{string.Join(',', (object[])arguments)}>";
        IsOpen = name == "*" || Array.Exists(arguments, static argument => argument.IsOpen);
    }

    /// <summary>Gets the name of the generic definition.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether a part of it may be any type.</summary>
    public bool IsOpen { get; }

    // Without assemblies: the same delegate is in netstandard for one project and in System.Runtime for another.
    public static TypeShape From(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => Any,
            IDynamicTypeSymbol => new TypeShape("T:System.Object", []),
            IArrayTypeSymbol array => new TypeShape(FormattableString.Invariant($"array {array.Rank}"), [From(array.ElementType)]),
            IPointerTypeSymbol pointer => new TypeShape("pointer", [From(pointer.PointedAtType)]),
            INamedTypeSymbol { TupleUnderlyingType: { } tuple } => From(tuple),
            INamedTypeSymbol named => new TypeShape(
                named.OriginalDefinition.GetDocumentationCommentId() ?? named.Name,
                [.. Arguments(named).Select(From)]
            ),
            _ => new TypeShape(type.ToDisplayString(), []),
        };

    /// <summary>Returns whether both may be one type.</summary>
    public bool Matches(TypeShape other) =>
        this == Any
        || other == Any
        || (
            Name == other.Name
            && _arguments.Length == other._arguments.Length
            && _arguments.Zip(other._arguments).All(static pair => pair.First.Matches(pair.Second))
        );

    public override string ToString() => _text;

    private static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Arguments(outer).Concat(type.TypeArguments) : type.TypeArguments;
}
