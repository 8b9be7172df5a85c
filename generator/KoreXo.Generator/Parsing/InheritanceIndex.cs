using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Which components build on which by <c>allOf</c>. A base that names a discriminator stands for any of its heirs, although it does not
/// list them.
/// </summary>
internal sealed class InheritanceIndex
{
    /// <summary>A base with more heirs is no shape that a program could switch over; it is taken as the class that it describes.</summary>
    public const int MaxHeirs = 200;

    private const string Folder = "/components/schemas";

    private readonly Dictionary<string, List<string>> _heirs = new(StringComparer.Ordinal);

    public InheritanceIndex(SpecNode root)
    {
        var schemas = root["components"]?["schemas"];
        foreach (var name in schemas?.Names ?? [])
        {
            foreach (var part in schemas![name]!["allOf"]?.Items ?? [])
            {
                if (part.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } pointer)
                {
                    if (!_heirs.TryGetValue(pointer, out var heirs))
                    {
                        _heirs.Add(pointer, heirs = []);
                    }

                    heirs.Add(JsonPointer.Append(Folder, name));
                }
            }
        }
    }

    /// <summary>The pointers of all that builds on a component, near or far, in document order.</summary>
    public List<string> HeirsOf(string pointer)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { pointer };
        var open = new Queue<string>([pointer]);
        while (open.Count > 0)
        {
            foreach (var heir in (_heirs.TryGetValue(open.Dequeue(), out var heirs) ? heirs : []).Where(seen.Add))
            {
                found.Add(heir);
                open.Enqueue(heir);
            }
        }

        return found;
    }
}
