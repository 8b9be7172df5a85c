using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Preserves references into the middle of a schema, such as to the second part of an <c>allOf</c>, as bundlers emit them. In the normal
/// form their target may have moved or disappeared; then it becomes a component, and they refer to that.
/// </summary>
internal sealed class DeepReferences
{
    /// <summary><c>#/components/schemas/Pet</c> has three.</summary>
    private const int SlashesOfComponent = 3;

    private readonly SpecNode _root;
    private readonly Dictionary<string, SpecNode> _targets = new(StringComparer.Ordinal);

    private DeepReferences(SpecNode root) => _root = root;

    // Bundlers write "$ref: #/components/schemas/Cat/allOf/1/properties/owner". Normalizing Cat may drop or merge parts of its allOf; the
    // pointer then leads to another part, or nowhere. The nodes survive the rewriting, only their places change, so the node of each such
    // reference is noted here by what the reference says.
    /// <summary>Finds such references and their targets, before anything is changed.</summary>
    /// <param name="root">The document.</param>
    /// <param name="prefix">How the references begin that are noted.</param>
    public static DeepReferences Find(SpecNode root, string prefix = "#/")
    {
        var references = new DeepReferences(root);
        references.VisitReferences(
            (_, reference) =>
            {
                if (
                    !references._targets.ContainsKey(reference)
                    && reference.StartsWith(prefix, StringComparison.Ordinal)
                    && JsonPointer.FromReference(reference) is { } pointer
                    && root.Find(pointer) is { Kind: SpecNodeKind.Object } target
                )
                {
                    references._targets.Add(reference, target);
                }
            }
        );
        return references;
    }

    // A pointer may still lead somewhere and yet mean something else: "allOf/1" is the next part once the first has been dropped.
    /// <summary>Turns targets that have moved into components.</summary>
    /// <param name="normalize">Converts a schema to its normal form.</param>
    public void Restore(Action<SpecNode> normalize)
    {
        var lost = _targets.Where(target => _root.Find(JsonPointer.FromReference(target.Key)!) != target.Value).ToList();
        if (lost.Count == 0)
        {
            return;
        }

        var schemas = Member(Member(_root, "components"), "schemas");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in lost)
        {
            normalize(target.Value);
            var name = FreeName(schemas, Word(target.Key), numbers);
            schemas.Set(name, target.Value);
            moved.Add(target.Key, "#" + JsonPointer.Append("/components/schemas", name).Replace("%", "%25"));
        }

        VisitReferences(
            (owner, reference) =>
            {
                if (moved.TryGetValue(reference, out var now))
                {
                    owner.Set("$ref", owner["$ref"]!.NewText(now));
                }
            }
        );
    }

    private static SpecNode Member(SpecNode owner, string name)
    {
        if (owner[name] is not { Kind: SpecNodeKind.Object })
        {
            owner.Set(name, owner.NewObject());
        }

        return owner[name]!;
    }

    /// <summary>Returns the word, with a number if it is taken; numbers that were tried for a word are not tried again.</summary>
    private static string FreeName(SpecNode schemas, string word, Dictionary<string, int> numbers)
    {
        var name = word;
        var number = numbers.TryGetValue(word, out var next) ? next : 2;
        for (; schemas[name] is not null; number++)
        {
            name = word + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        numbers[word] = number;
        return name;
    }

    /// <summary>Returns the last token of a reference that an author chose.</summary>
    private static string Word(string reference) =>
        JsonPointer
            .Tokens(JsonPointer.FromReference(reference)!)
            .LastOrDefault(static token =>
                token.Length > 0
                && !char.IsDigit(token[0])
                && token is not ("allOf" or "oneOf" or "anyOf" or "items" or "properties" or "schema" or "additionalProperties")
            )
        ?? "Part";

    private void VisitReferences(Action<SpecNode, string> visit)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([_root]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !seen.Add(node))
            {
                continue;
            }

            if (node.String("$ref") is { } reference && reference.Count(static c => c == '/') > SlashesOfComponent)
            {
                visit(node, reference);
            }

            foreach (var name in node.Names)
            {
                open.Push(node[name]!);
            }

            foreach (var item in node.Items)
            {
                open.Push(item);
            }
        }
    }
}
