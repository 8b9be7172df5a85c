using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Indexes which components extend which by <c>allOf</c>. A base with a discriminator allows any schema derived from it, although it does
/// not list them.
/// </summary>
internal sealed class InheritanceIndex
{
    /// <summary>
    /// The maximum number of derived schemas: no program switches over more cases, so a base with more is treated as an ordinary class.
    /// </summary>
    public const int MaxDerived = 200;

    private const string Folder = "/components/schemas";

    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    public InheritanceIndex(SpecNode root)
    {
        var schemas = root["components"]?["schemas"];
        foreach (var name in schemas?.Names ?? [])
        {
            // Only "Cat: { allOf: [{ $ref: Pet }, …] }" says that Cat is a Pet; Pet itself lists nothing. To ask for each base which
            // schemas refer to it would read all of them once per base, so they are read once for all.
            foreach (var part in schemas![name]!["allOf"]?.Items ?? [])
            {
                if (part.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } pointer)
                {
                    if (!_derived.TryGetValue(pointer, out var derived))
                    {
                        _derived.Add(pointer, derived = []);
                    }

                    derived.Add(JsonPointer.Append(Folder, name));
                }
            }
        }
    }

    /// <summary>Returns the pointers of all schemas derived from a component, directly or indirectly, nearest first.</summary>
    public List<string> DerivedFrom(string pointer)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { pointer };
        var open = new Queue<string>([pointer]);
        while (open.Count > 0)
        {
            foreach (var schema in (_derived.TryGetValue(open.Dequeue(), out var derived) ? derived : []).Where(seen.Add))
            {
                found.Add(schema);
                open.Enqueue(schema);
            }
        }

        return found;
    }
}
