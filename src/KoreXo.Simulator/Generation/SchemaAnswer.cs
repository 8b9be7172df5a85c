using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>Creates a value that its schema allows: a documented example, or a generated one.</summary>
internal static class SchemaAnswer
{
    private const int Attempts = 6;
    private const int UsualSize = 400;

    /// <summary>A schema that requires itself is followed beyond what a reader of JSON accepts by default.</summary>
    private const int MaxDepth = 512;

    // An example that contradicts its schema would break clients that rely on the schema, so the schema decides. Generated values are
    // checked as well: a schema can demand what a generator does not know, and a smaller value or another choice may still be valid.
    /// <summary>Returns the first valid value of the examples and several generated ones; the last one if none is.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="examples">The documented examples of the whole value.</param>
    /// <param name="seed">The same seed gives the same value.</param>
    /// <param name="now">The time around which dates are.</param>
    /// <param name="known">Values of members with these names.</param>
    public static JsonNode? Create(
        JsonSchema schema,
        IEnumerable<JsonNode> examples,
        string seed,
        DateTimeOffset now,
        IReadOnlyDictionary<string, JsonNode>? known = null
    )
    {
        JsonNode? last = null;
        foreach (var candidate in examples.Concat(Generated(schema, seed, now, known)))
        {
            last = candidate;
            if (IsValid(schema, candidate))
            {
                return candidate.DeepClone();
            }
        }

        return last;
    }

    public static bool IsValid(JsonSchema schema, JsonNode? value)
    {
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null", new JsonDocumentOptions { MaxDepth = MaxDepth });
        return SchemaCheck.Faults(schema, ValidationTree.From(document.RootElement), "") is [];
    }

    private static IEnumerable<JsonNode> Generated(
        JsonSchema schema,
        string seed,
        DateTimeOffset now,
        IReadOnlyDictionary<string, JsonNode>? known
    )
    {
        for (var attempt = 0; attempt < Attempts * 2; attempt++)
        {
            var values = new SchemaValues($"{seed} {attempt % Attempts}", now)
            {
                UsesExamples = true,
                MaxValues = UsualSize,
                RequiredOnly = attempt >= Attempts,
                Known = attempt % 2 == 0 && known is not null ? known : new Dictionary<string, JsonNode>(StringComparer.Ordinal),
            };
            if (values.Create(schema) is { } value)
            {
                yield return value;
            }

            if (values.IsCut)
            {
                yield break; // The next one would be as large.
            }
        }
    }
}
