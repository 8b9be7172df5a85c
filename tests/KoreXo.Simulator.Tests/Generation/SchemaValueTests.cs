using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Operations;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Generation;

/// <summary>Made-up values hold against every schema of the documents.</summary>
public sealed class SchemaValueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Ids => OperationTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Values_are_valid_and_have_declared_members_only(string id)
    {
        foreach (var (name, schema) in await SchemasAsync(id))
        {
            foreach (var seed in Enumerable.Range(0, 20))
            {
                foreach (var requiredOnly in new[] { true, false })
                {
                    var value = new SchemaValues($"{seed}", Now) { RequiredOnly = requiredOnly }.Create(schema);
                    if (value is null)
                    {
                        continue; // Anything is allowed.
                    }

                    var token = AnswerCheck.Parse(value.ToJsonString());
                    Assert.True(
                        SchemaCheck.Faults(schema, token, name) is [],
                        $"{string.Join("; ", SchemaCheck.Faults(schema, token, name))} in {token}"
                    );
                    Assert.Empty(AnswerCheck.Undeclared(schema, token, ""));
                }
            }
        }
    }

    [Theory]
    [InlineData("listMetrics")]
    [InlineData("startBotPublish")]
    public async Task The_same_seed_gives_the_same_value_and_another_another(string id)
    {
        var (_, schema) = (await SchemasAsync(id))[^1];

        Assert.Equal(Make("a"), Make("a"));
        Assert.NotEqual(Make("a"), Make("b"));

        string Make(string seed) => new SchemaValues(seed, Now).Create(schema)!.ToJsonString();
    }

    [Fact]
    public void A_schema_that_holds_itself_ends()
    {
        var schema = new JsonSchema { Type = JsonObjectType.Object };
        schema.Properties["child"] = new JsonSchemaProperty { Reference = schema };

        Assert.InRange(new SchemaValues("x", Now).Create(schema)!.ToJsonString().Length, 3, 1000);
    }

    [Fact]
    public void Bounds_of_numbers_and_texts_are_kept()
    {
        var schema = new JsonSchema { Type = JsonObjectType.Object };
        schema.Properties["n"] = new JsonSchemaProperty
        {
            Type = JsonObjectType.Integer,
            Minimum = 7,
            Maximum = 9,
        };
        schema.Properties["t"] = new JsonSchemaProperty
        {
            Type = JsonObjectType.String,
            MinLength = 30,
            MaxLength = 31,
        };
        schema.Properties["l"] = new JsonSchemaProperty
        {
            Type = JsonObjectType.Array,
            MinItems = 5,
            Item = new JsonSchema { Type = JsonObjectType.Boolean },
        };
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var value = new SchemaValues($"{seed}", Now).Create(schema)!;

            Assert.InRange(value["n"]!.GetValue<long>(), 7, 9);
            Assert.InRange(value["t"]!.GetValue<string>().Length, 30, 31);
            Assert.True(value["l"]!.AsArray().Count >= 5);
        }
    }

    private static async Task<List<(string Name, JsonSchema Schema)>> SchemasAsync(string id)
    {
        var catalog = await ApiCatalog.LoadAsync([], CancellationToken.None);
        var operation = catalog.Operations.Single(operation => operation.Id == id);
        var bodies = operation.Body?.Schemas.Values.Select(schema => ("The body", schema)) ?? [];
        return [.. bodies, ("The answer", operation.Answer)];
    }
}
