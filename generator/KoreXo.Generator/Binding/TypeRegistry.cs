using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Binding;

/// <summary>The types found so far, by their location in the document, and the names in use.</summary>
internal sealed class TypeRegistry(CodeBudget budget, params string[] reservedNames)
{
    private readonly NameScope _names = new(reservedNames);
    private readonly Dictionary<string, TypeRef> _byPointer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public Dictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);

    public bool TryGet(string pointer, out TypeRef type) => _byPointer.TryGetValue(pointer, out type!);

    /// <summary>
    /// Reserves a name for the type at <paramref name="pointer"/>, so that the type can refer to itself while it is read.
    /// </summary>
    /// <param name="pointer">The location in the document.</param>
    /// <param name="name">The preferred name.</param>
    /// <param name="kind">The kind of the type.</param>
    /// <param name="suffix">The suffix for a name that is taken.</param>
    /// <param name="members">The member names of types of this kind, which the type cannot have as its own name.</param>
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

    /// <summary>Returns the location of a type in the document.</summary>
    public string PointerOf(TypeModel type) => _pointers.TryGetValue(type.Name, out var pointer) ? pointer : "";

    /// <summary>
    /// Marks a location as being read; returns false if it already is, that is, if a schema without members contains itself.
    /// </summary>
    public bool TryOpen(string pointer) => _open.Add(pointer);

    public TypeRef Close(string pointer, TypeRef type)
    {
        _open.Remove(pointer);
        return _byPointer[pointer] = type;
    }
}
