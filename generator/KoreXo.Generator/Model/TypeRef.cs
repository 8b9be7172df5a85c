namespace KoreXo.Generator.Model;

/// <summary>A use of a type: what a schema becomes in the place that refers to it.</summary>
internal abstract record TypeRef
{
    /// <summary>A JSON value of a built-in type.</summary>
    public sealed record Scalar(ScalarKind Kind) : TypeRef;

    /// <summary>An emitted class, value set or union.</summary>
    public sealed record Named(string Name, NamedKind Kind) : TypeRef;

    public sealed record List(TypeRef Item) : TypeRef;

    public sealed record Map(TypeRef Value) : TypeRef;

    /// <summary>A member of a map, with name and value: the item of a page whose member names are data.</summary>
    public sealed record Pair(TypeRef Value) : TypeRef;

    /// <summary>A list item or map value that may be null.</summary>
    public sealed record Nullable(TypeRef Inner) : TypeRef;

    // Emitters ask this where C# differs: "string?" is the same type at run time as "string", while "int?" is another one with a codec of
    // its own, and only a reference can be checked for null. The answer must be right for every kind, because a wrong one is emitted code
    // that does not compile.
    public bool IsValueType =>
        this switch
        {
            Scalar
            {
                Kind: ScalarKind.String
                    or ScalarKind.Uri
                    or ScalarKind.Bytes
                    or ScalarKind.Base64Url
                    or ScalarKind.File
                    or ScalarKind.FileOrText
                    or ScalarKind.BinaryContent
                    or ScalarKind.MultipartForm
                    or ScalarKind.BinaryResponse
            } => false,
            Scalar => true,
            Named { Kind: NamedKind.ValueSet or NamedKind.IntegerSet } => true,
            Pair => true,
            Nullable nullable => nullable.Inner.IsValueType,
            _ => false,
        };

    /// <summary>Gets the element type of a list, a map, a pair or a nullable type; null for any other type.</summary>
    public TypeRef? Element =>
        this switch
        {
            List list => list.Item,
            Map map => map.Value,
            Pair pair => pair.Value,
            Nullable nullable => nullable.Inner,
            _ => null,
        };

    /// <summary>Gets the type without its nullability.</summary>
    public TypeRef WithoutNull => this is Nullable nullable ? nullable.Inner : this;

    public bool IsCollection => this is List or Map;
}
