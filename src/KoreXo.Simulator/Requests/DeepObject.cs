using KoreXo.Simulator.Wire;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Writes a value to the place that a name such as <c>[created][gte]</c> means.</summary>
internal static class DeepObject
{
    private const int MaxDepth = 64;

    /// <exception cref="RefusalException">400: the name is nested deeper than a JSON body may be.</exception>
    public static void Set(JObject owner, JsonSchema schema, string path, IReadOnlyList<string> texts)
    {
        var keys = path.Split('[', StringSplitOptions.RemoveEmptyEntries).Select(key => key.TrimEnd(']')).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        if (keys.Count > MaxDepth)
        {
            throw RefusalException.BadRequest($"A name is nested in more than {MaxDepth} brackets.");
        }

        var at = owner;
        JsonSchema? member = schema;
        foreach (var key in keys.SkipLast(1))
        {
            member = member is null ? null : SchemaMembers.Find(member, key);
            if (at[key] is not JObject next)
            {
                at[key] = next = [];
            }

            at = next;
        }

        member = member is null ? null : SchemaMembers.Find(member, keys[^1]);
        // What is sent several times is a list, which the schema rejects unless it has one there.
        var isList = member?.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array) == true;
        var item = (isList ? member!.ActualTypeSchema.Item : member) ?? new JsonSchema();
        var values = texts.Select(text => TextValue.Read(item, text)).ToList();
        at[keys[^1]] = isList || values.Count > 1 ? new JArray(values) : values[0];
    }
}
