using System.Globalization;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>Finds parameters that one list declares twice, of which only the last is read.</summary>
internal static class RepeatedParameters
{
    /// <param name="owner">An operation or a path.</param>
    /// <param name="root">The document, to follow references.</param>
    /// <param name="add">Receives the node, the name of the member, what is wrong, and what to do.</param>
    public static void Check(SpecNode owner, SpecNode root, Action<SpecNode, string, string, string> add)
    {
        var items = owner["parameters"]?.Items ?? [];
        var seen = new Dictionary<(string Place, string Name), SpecNode>();
        for (var i = 0; i < items.Count; i++)
        {
            var parameter = Follow(items[i], root);
            if (parameter.String("in") is not ({ } place and not "body") || parameter.String("name") is not { } name)
            {
                continue;
            }

            var key = (place, place == "header" ? name.ToUpperInvariant() : name);
            if (seen.TryGetValue(key, out var earlier) && earlier != parameter)
            {
                add(
                    items[i],
                    "parameters/" + i.ToString(CultureInfo.InvariantCulture),
                    $"A second parameter '{name}' in '{place}' of one list",
                    "only the last one is read. Remove the other"
                );
            }

            seen[key] = parameter;
        }
    }

    private static SpecNode Follow(SpecNode node, SpecNode root) =>
        node.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } pointer ? root.Find(pointer) ?? node : node;
}
