using System.Text.Json.Nodes;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Operations;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>
/// JSON Schema accepts a value of <c>oneOf</c> only if exactly one shape does. Others read <c>spec/</c> with validators that know no
/// discriminator.
/// </summary>
public sealed class ExclusiveChoiceTests
{
    [Fact]
    public async Task Every_shape_of_a_choice_is_refused_by_the_others()
    {
        var catalog = await ApiCatalog.LoadAsync([], CancellationToken.None);
        var choices = new HashSet<JsonSchema>(ReferenceEqualityComparer.Instance);
        foreach (var operation in catalog.Operations)
        {
            var bodies = operation.Body?.Schemas.Values ?? [];
            foreach (var schema in bodies.Concat(operation.Responses.SelectMany(static response => response.Schemas.Values)))
            {
                Collect(schema, choices, new(ReferenceEqualityComparer.Instance));
            }
        }

        Assert.True(choices.Count >= 20, $"Only {choices.Count} choices were found.");
        var faults = choices.SelectMany(Overlaps).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static void Collect(JsonSchema reference, HashSet<JsonSchema> choices, HashSet<JsonSchema> seen)
    {
        var schema = reference.ActualSchema;
        if (!seen.Add(schema))
        {
            return;
        }

        if (schema.OneOf.Count > 1)
        {
            choices.Add(schema);
        }

        IEnumerable<JsonSchema?> parts =
        [
            .. schema.OneOf,
            .. schema.AnyOf,
            .. schema.AllOf,
            .. schema.Properties.Values,
            schema.Item,
            schema.AdditionalPropertiesSchema,
        ];
        foreach (var part in parts.OfType<JsonSchema>())
        {
            Collect(part, choices, seen);
        }
    }

    private static IEnumerable<string> Overlaps(JsonSchema choice)
    {
        foreach (var shape in choice.OneOf)
        {
            foreach (var (name, value) in Tells(choice, shape))
            {
                var known = name is null ? [] : new Dictionary<string, JsonNode>(StringComparer.Ordinal) { [name] = value! };
                var sample = new SchemaValues(choice.Description ?? "", TimeProvider.System.GetUtcNow()) { Known = known }.Create(shape);
                var token = AnswerCheck.Parse(sample?.ToJsonString() ?? "null");
                var accepting = choice.OneOf.Count(other => !SchemaCheck.Find(other.ActualSchema, token).Any());
                if (accepting != 1)
                {
                    yield return $"'{choice.Description}': {accepting} of {choice.OneOf.Count} shapes accept {token}";
                }
            }
        }
    }

    private static List<(string? Name, JsonNode? Value)> Tells(JsonSchema choice, JsonSchema shape)
    {
        var told = (choice.DiscriminatorObject?.Mapping ?? new Dictionary<string, JsonSchema>(StringComparer.Ordinal))
            .Where(entry => ReferenceEquals(entry.Value.ActualSchema, shape.ActualSchema))
            .Select(entry => ((string?)choice.DiscriminatorObject!.PropertyName, (JsonNode?)JsonValue.Create(entry.Key)))
            .ToList();
        return told.Count > 0 ? told : [(null, null)];
    }
}
