using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Generator.Tests.Emit;
using KoreXo.OpenApi.Text;
using KoreXo.Testing;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Whatever is wrong with a document, the generator ends, soon, with code that compiles and without an exception.</summary>
public sealed class DamagedDocumentTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

    private static readonly int Rounds = Soak.Rounds(few: 12, all: 120);

    private static readonly Func<JsonNode?>[] Junk =
    [
        static () => null,
        static () => 5,
        static () => true,
        static () => "x",
        static () => "",
        static () => "#/components/schemas/A",
        static () => new JsonArray(),
        static () => new JsonArray(1, "a", null, new JsonObject()),
        static () => new JsonObject(),
        static () => new JsonObject { ["$ref"] = "#/components/schemas" },
        static () => new JsonObject { ["$ref"] = "#" },
        static () => new JsonObject { ["$ref"] = "#/paths" },
        static () => new JsonObject { ["$ref"] = 5 },
        static () => new JsonObject { ["type"] = new JsonArray("object", "string", "null") },
        static () => new JsonObject { ["allOf"] = new JsonArray(true, new JsonObject { ["$ref"] = "#/components/schemas/Pet" }) },
    ];

    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_with_anything_in_the_wrong_place_does_no_harm(string name)
    {
        // The same damage on every run.
        var random = new Random((int)Generator.Naming.StableHash.Of(name));
        var json = SpecJson.Write(SpecText.Read(name + ".yaml", Sample.Document(name).GetText().ToString(), CancellationToken.None));
        var emitted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var document = JsonNode.Parse(json)!;
            for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
            {
                Damage(document, random);
            }

            var run = Sample.Run(Sample.Client(document.ToJsonString(), "sample.json"));
            Assert.True(run.Result.Exception is null, $"{run.Result.Exception}\n{document.ToJsonString()}");
            Assert.DoesNotContain(run.Diagnostics, static finding => finding.Contains("KXO2003", StringComparison.Ordinal));
            emitted += run.Files.Count > 0 ? 1 : 0;
            if (round % 10 == 0)
            {
                EmittedCode.AssertCompiles(run.Compilation);
            }
        }

        // One wound does not cost the whole document.
        Assert.True(emitted > Rounds / 2 || name == "webhooks-only", $"{emitted} of {Rounds}");
    }

    [Theory]
    [InlineData("sample.json", "[", "]")]
    [InlineData("sample.json", "{\"a\":", "}")]
    [InlineData("sample.yaml", "[", "]")]
    [InlineData("sample.yaml", "{a: ", "}")]
    [InlineData("sample.yaml", "- ", "")]
    public void A_hundred_thousand_brackets_end_in_one_diagnostic(string path, string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, 100_000).Append('1').Insert(100_000 * open.Length + 1, close, 100_000).ToString();

        AssertEndsSoon(path, text, "KXO2021");
    }

    [Fact]
    public void Aliases_of_aliases_do_not_nest_without_end()
    {
        var text = new StringBuilder(Head).Append("paths: {}\nx-0: &a0 ").Append('[', 150).Append('1').Append(']', 150).Append('\n');
        for (var i = 1; i < 60; i++)
        {
            text.Append("x-")
                .Append(i)
                .Append(": &a")
                .Append(i)
                .Append(' ')
                .Append('[', 100)
                .Append("*a")
                .Append(i - 1)
                .Append(']', 100)
                .Append('\n');
        }

        AssertEndsSoon("sample.yaml", text.ToString(), "KXO2021");
    }

    [Fact]
    public void A_billion_laughs_end_in_one_diagnostic()
    {
        var text = new StringBuilder(Head).Append("paths: {}\nx-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append("x-")
                .Append(i)
                .Append(": &a")
                .Append(i)
                .Append(" [")
                .AppendJoin(", ", Enumerable.Repeat("*a" + (i - 1), 9))
                .Append("]\n");
        }

        AssertEndsSoon("sample.yaml", text.ToString(), "KXO2021");
    }

    [Theory]
    [InlineData("A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }")]
    [InlineData("A: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { allOf: [{ $ref: '#/components/schemas/A' }] }")]
    [InlineData(
        "A: { allOf: [{ $ref: '#/components/schemas/B' }, { properties: { x: {} } }] }, B: { allOf: [{ $ref: '#/components/schemas/A' }, { properties: { y: {} } }] }"
    )]
    [InlineData(
        "A: { oneOf: [{ $ref: '#/components/schemas/B' }, { type: string }] }, B: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: integer }] }"
    )]
    [InlineData("A: { anyOf: [{ $ref: '#/components/schemas/A' }] }")]
    [InlineData("A: { type: array, items: { $ref: '#/components/schemas/A' } }")]
    [InlineData("A: { additionalProperties: { $ref: '#/components/schemas/A' } }")]
    [InlineData("A: { nullable: true, oneOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] }")]
    [InlineData(
        "A: { discriminator: { propertyName: t }, allOf: [{ $ref: '#/components/schemas/B' }] }, B: { discriminator: { propertyName: t }, allOf: [{ $ref: '#/components/schemas/A' }] }"
    )]
    [InlineData(
        "A: { discriminator: { propertyName: t }, oneOf: [{ $ref: '#/components/schemas/B' }] }, B: { allOf: [{ $ref: '#/components/schemas/A' }, { properties: { t: { type: string } } }] }"
    )]
    [InlineData("A: { $ref: '#/components/schemas/A/properties/b' }")]
    [InlineData("A: { properties: { a: { $ref: '#/components/schemas/A/properties/a' } } }")]
    public void A_schema_that_leads_back_to_itself_ends(string schemas)
    {
        var text =
            Head
            + "paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }\ncomponents: { schemas: { "
            + schemas
            + " } }";
        var run = Sample.Run(Sample.Client(text));

        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, static finding => finding.Contains("KXO2003", StringComparison.Ordinal));
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public void A_message_is_one_line_whatever_the_document_calls_things()
    {
        var run = Sample.Run(
            Sample.Client(Head + "paths: { \"/a/{x\\ny.cs(1,1): error CS0001: \\u202Efake}\": { get: { operationId: a } } }")
        );

        Assert.All(
            run.Result.Diagnostics,
            static finding => Assert.DoesNotContain(finding.GetMessage(), static c => char.IsControl(c) || c == '\u202E')
        );
        Assert.NotEmpty(run.Diagnostics);
    }

    private static void AssertEndsSoon(string path, string text, string rule)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var run = Sample.Run(Sample.Client(text, path));

        Assert.Null(run.Result.Exception);
        Assert.Contains(rule, Assert.Single(run.Diagnostics), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
    }

    private static void Damage(JsonNode document, Random random)
    {
        var places = Places(document).ToList();
        var (owner, key) = places[random.Next(places.Count)];
        var junk = Junk[random.Next(Junk.Length)]();
        switch (owner)
        {
            case JsonObject members when random.Next(4) == 0:
                members.Remove((string)key);
                break;
            case JsonObject members:
                members[(string)key] = junk;
                break;
            case JsonArray items:
                items[(int)key] = junk;
                break;
        }
    }

    /// <summary>Every place but the version, without which there is no document.</summary>
    private static IEnumerable<(JsonNode Owner, object Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Where(static member => member.Key is not ("openapi" or "swagger" or "paths" or "components" or "webhooks"))
                .Select(member => ((JsonNode)members, (object)member.Key))
                .Concat(members.SelectMany(static member => Places(member.Value))),
            JsonArray items => Enumerable
                .Range(0, items.Count)
                .Select(index => ((JsonNode)items, (object)index))
                .Concat(items.SelectMany(Places)),
            _ => [],
        };
}
