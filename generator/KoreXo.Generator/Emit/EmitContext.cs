using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>
/// The state of one emission: the document, and lookups that would be slow to repeat in a large one. It is not part of the model.
/// </summary>
internal sealed class EmitContext
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly Dictionary<string, OperationModel> _operations;
    private readonly Dictionary<TypeRef, string> _composites = [];
    private SensitiveMembers? _sensitive;

    public EmitContext(DocumentModel document, CancellationToken cancellationToken = default)
    {
        Document = document;
        CancellationToken = cancellationToken;
        _types = document.Types.ToDictionary(static type => type.Name, StringComparer.Ordinal);
        _operations = document.Operations.ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        Composites = CompositeFinder.Find(document);
        NameComposites();
    }

    public DocumentModel Document { get; }

    /// <summary>Gets the token that cancels the emission; it is checked for each line.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Gets the lists and maps that need a codec object, inner ones first.</summary>
    public IReadOnlyList<TypeRef> Composites { get; }

    /// <summary>Gets the members that must not be shown.</summary>
    public SensitiveMembers Sensitive => _sensitive ??= new(this);

    /// <summary>Returns an emitted type; null if the name is not one of the document's.</summary>
    public TypeModel? Type(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>Returns the union that a type is; null for any other type.</summary>
    public UnionModel? Union(TypeRef? type) => type is TypeRef.Named named ? Type(named.Name) as UnionModel : null;

    public ObjectModel Object(string name) => (ObjectModel)_types[name];

    public OperationModel Operation(string id) => _operations[id];

    /// <summary>Returns the name of the field that holds the codec of a list or map.</summary>
    public string CompositeName(TypeRef type) => _composites[type];

    /// <summary>
    /// Names the codecs of lists and maps. Different types can have the same description: a list of <c>PetList</c>, and a list of lists of
    /// <c>Pet</c>.
    /// </summary>
    private void NameComposites()
    {
        var names = new Naming.NameScope();
        foreach (var type in Composites)
        {
            _composites.Add(type, names.Take(Describe(type), "Codec"));
        }
    }

    private static string Describe(TypeRef type) =>
        type switch
        {
            TypeRef.Named named => named.Name,
            TypeRef.List list => Describe(list.Item) + "List",
            TypeRef.Map map => Describe(map.Value) + "Map",
            TypeRef.Pair pair => "Keyed" + Describe(pair.Value),
            TypeRef.Nullable nullable => "Nullable" + Describe(nullable.Inner),
            TypeRef.Scalar scalar => scalar.Kind + "Scalar",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
