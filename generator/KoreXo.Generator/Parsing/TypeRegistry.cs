using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Parsing;

/// <summary>The types found so far: what each place in the document became, and the names in use.</summary>
internal sealed class TypeRegistry(CodeBudget budget, params string[] reservedNames)
{
    private readonly NameScope _names = new(reservedNames);
    private readonly Dictionary<string, TypeRef> _byPointer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Dictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);

    public bool TryGet(string pointer, out TypeRef type) => _byPointer.TryGetValue(pointer, out type!);

    /// <summary>Takes a name for the type at <paramref name="pointer"/>, so that the type can refer to itself while it is read.</summary>
    /// <param name="pointer">The place in the document.</param>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="kind">What the type is.</param>
    /// <param name="suffix">What is added to a name that is taken.</param>
    /// <param name="members">The names of members that a type of this kind has: it cannot be called like one of them.</param>
    public TypeRef.Named Declare(string pointer, string name, NamedKind kind, string suffix, string[] members)
    {
        var free = Array.IndexOf(members, name) >= 0 ? name + suffix : name;
        var type = new TypeRef.Named(_names.Take(free, suffix), kind);
        _byPointer[pointer] = type;

        // What tells several types of one place apart stands behind a blank.
        _pointers[type.Name] = pointer.Split(' ')[0];
        return type;
    }

    public string TakeName(string name, string suffix) => _names.Take(name, suffix);

    /// <summary>Defines a declared type.</summary>
    /// <exception cref="KoreXo.OpenApi.Text.SpecFormatException">The document becomes too much code.</exception>
    public void Define(TypeModel type)
    {
        budget.Spend(type, PointerOf(type));
        Types[type.Name] = type;
    }

    /// <summary>Where in the document a type is from.</summary>
    public string PointerOf(TypeModel type) => _pointers.TryGetValue(type.Name, out var pointer) ? pointer : "";

    /// <summary>Marks the place as being read; false when it already is, that is, when a schema without members contains itself.</summary>
    public bool TryOpen(string pointer) => _open.Add(pointer);

    public TypeRef Close(string pointer, TypeRef type)
    {
        _open.Remove(pointer);
        return _byPointer[pointer] = type;
    }
}
