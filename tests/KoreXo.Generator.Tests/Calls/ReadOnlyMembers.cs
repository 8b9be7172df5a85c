using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>The members that only a server sets, which no request has.</summary>
internal static class ReadOnlyMembers
{
    /// <summary>A value without the members that were not sent and that the document calls read-only, by their names.</summary>
    public static JsonNode? Without(SpecNode root, JsonNode? value, JsonNode? sent)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Find(root, root, names, []);
        return names.Count == 0 ? value : Remove(value?.DeepClone(), sent, names);
    }

    private static void Find(SpecNode root, SpecNode node, HashSet<string> names, HashSet<SpecNode> seen)
    {
        if (!seen.Add(node))
        {
            return;
        }

        foreach (var name in node["properties"]?.Names ?? [])
        {
            var property = node["properties"]![name]!;
            var target =
                property.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } pointer ? root.Find(pointer) : null;
            if ((property.Boolean("readOnly") ?? target?.Boolean("readOnly")) == true)
            {
                names.Add(name);
            }
        }

        foreach (var part in node.Names.Select(name => node[name]!).Concat(node.Items))
        {
            Find(root, part, names, seen);
        }
    }

    private static JsonNode? Remove(JsonNode? value, JsonNode? sent, HashSet<string> names)
    {
        switch (value, sent)
        {
            case (JsonObject members, JsonObject others):
                foreach (var name in members.Select(static member => member.Key).ToList())
                {
                    if (names.Contains(name) && !others.ContainsKey(name))
                    {
                        members.Remove(name);
                    }
                    else
                    {
                        Remove(members[name], others[name], names);
                    }
                }

                break;
            case (JsonArray items, JsonArray others) when items.Count == others.Count:
                for (var i = 0; i < items.Count; i++)
                {
                    Remove(items[i], others[i], names);
                }

                break;
        }

        return value;
    }
}
