using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Emit;

/// <summary>The types that are emitted into one pair of files, with their C# and with their JSON code.</summary>
/// <param name="Suffix">What the names of the files have before their extension; empty for the document's main files.</param>
/// <param name="Types">The types, in the order of the document.</param>
/// <param name="Operations">The operations whose options are emitted with the types.</param>
internal sealed record TypeFile(string Suffix, IReadOnlyList<TypeModel> Types, IReadOnlyList<OperationModel> Operations)
{
    // Up to so many, a person finds a type in one file, and each file costs the compiler a little.
    private const int MaxTypesOfOneFile = 40;
    private const int MaxSuffix = 60; // some tags are sentences, and paths are limited
    private const string Shared = "";

    /// <summary>Gets a value indicating whether the file also has what a document has once.</summary>
    public bool IsMain => Suffix.Length == 0;

    // A document with the tags Orders and Customers becomes Shop.Models-Orders.g.cs and Shop.Models-Customers.g.cs, with the types that
    // only operations with this tag use, and Shop.Models.g.cs, with all others.
    // No other file has a hyphen in its name: a document with the namespace Shop.Models may have a client, and Shop the tag Client.
    /// <summary>Divides the types of a large document by the tags of the operations that use them; the main files come first.</summary>
    public static IReadOnlyList<TypeFile> Divide(EmitContext context)
    {
        var document = context.Document;
        var types = document.EmittedTypes.ToList();
        if (types.Count <= MaxTypesOfOneFile)
        {
            return [new TypeFile(Shared, types, [.. document.Operations])];
        }

        var owners = Owners(context);
        var typesOf = types.ToLookup(
            type => owners.TryGetValue(type.Name, out var owner) ? owner : Shared,
            StringComparer.OrdinalIgnoreCase
        );
        var operationsOf = document.Operations.ToLookup(Tag, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. operationsOf
                .Select(static operations => operations.Key)
                .Prepend(Shared)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(tag => new TypeFile(tag.Length == 0 ? "" : "-" + tag, [.. typesOf[tag]], [.. operationsOf[tag]])),
        ];
    }

    /// <summary>Returns the tag of each type. What a shared type refers to is shared too, so no type is entered a third time.</summary>
    private static Dictionary<string, string> Owners(EmitContext context)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in context.Document.Operations)
        {
            var tag = Tag(operation);
            TypeGraph.Reach(Uses(operation), name => context.Type(name) is { } type && Take(owners, name, tag) ? type : null);
            context.CancellationToken.ThrowIfCancellationRequested();
        }

        return owners;
    }

    private static bool Take(Dictionary<string, string> owners, string type, string tag)
    {
        if (!owners.TryGetValue(type, out var owner))
        {
            owners.Add(type, tag);
            return true;
        }

        if (owner.Length == 0 || owner.Equals(tag, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        owners[type] = Shared;
        return true;
    }

    private static IEnumerable<TypeRef?> Uses(OperationModel operation) =>
        operation
            .ReceivedTypes.Concat(operation.All.SelectMany(static one => one.Result.Statuses).Select(static status => status.Type))
            .Concat(operation.Parameters.Select(static parameter => (TypeRef?)parameter.Type))
            .Concat([operation.Body?.Type, operation.StartType]);

    private static string Tag(OperationModel operation)
    {
        var tag = operation.Tag is null ? Shared : CSharpName.Pascal(operation.Tag);
        return tag.Length > MaxSuffix ? tag.Substring(0, MaxSuffix) : tag;
    }
}
