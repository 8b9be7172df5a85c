using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Divides the operations of a document among clients by their tags. The first tag decides, since a method in two clients would look like
/// two. Operations without a tag stay with the document's own client.
/// </summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, GroupModel> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameScope> _methods = new(StringComparer.Ordinal);

    public GroupReader(SpecDocument document, IEnumerable<OperationSite> sites, TypeRegistry registry, string rootName)
    {
        var properties = ReservedNames.InRootClient(rootName);
        var descriptions = (document.Root["tags"]?.Items ?? [])
            .Where(static item => item.String("name") is not null)
            .ToLookup(
                static item => CSharpName.Pascal(item.String("name")!),
                static item => item.String("description"),
                StringComparer.Ordinal
            );
        foreach (var tag in sites.Select(static site => site.FirstTag).OfType<string>())
        {
            var key = CSharpName.Pascal(tag);
            if (!_groups.ContainsKey(key))
            {
                // Methods of the client end or begin like this.
                var isLikeMethod = key.EndsWith("Async", StringComparison.Ordinal) || key.StartsWith("Resume", StringComparison.Ordinal);
                _groups.Add(
                    key,
                    new GroupModel(
                        properties.Take(isLikeMethod ? key + "Group" : key, "Group"),
                        registry.TakeName(key + "Client", "Group"),
                        descriptions[key].FirstOrDefault(static text => text is not null) ?? ""
                    )
                );
            }
        }
    }

    /// <summary>Gets the groups, in the order of their first operations.</summary>
    public IEnumerable<GroupModel> Groups => _groups.Values;

    /// <summary>Assigns an operation, and the methods for its other response forms, to their group, with their names there.</summary>
    public OperationModel Place(OperationModel operation, OperationSite site)
    {
        if (site.FirstTag is not { } tag)
        {
            return operation;
        }

        var key = CSharpName.Pascal(tag);
        return Named(operation, key) with { Alternates = operation.Alternates.Select(other => Named(other, key)).ToArray() };
    }

    private OperationModel Named(OperationModel operation, string key)
    {
        var group = _groups[key];
        if (!_methods.TryGetValue(key, out var names))
        {
            _methods.Add(key, names = new NameScope());
        }

        // "PetsList" of the tag "pets" is client.Pets.ListAsync.
        // The capital after the prefix matters: "Petition" does not repeat the tag "pet". Where the shorter name is taken in its group,
        // the method keeps the whole one, which is unique among all operations.
        var name = operation.Name;
        var isPrefixed = name.StartsWith(key, StringComparison.Ordinal) && name.Length > key.Length && char.IsUpper(name[key.Length]);
        var rest = isPrefixed ? name.Substring(key.Length) : name;
        return operation with { Group = group.ClientName, MethodName = names.TryTake(rest) ? rest : names.Take(name, "Operation") };
    }
}
