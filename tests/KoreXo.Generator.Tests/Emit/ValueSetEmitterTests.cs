using System.Globalization;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Strings with names: as values in code, as JSON, and with names that the struct needs for itself.</summary>
public sealed class ValueSetEmitterTests
{
    private static readonly string Many = string.Join(
        ", ",
        Enumerable.Range(0, 70).Select(static i => "v" + i.ToString(CultureInfo.InvariantCulture))
    );

    private static readonly string Document = $$"""
        openapi: 3.0.3
        info: { title: Sets, version: "1" }
        paths:
          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
        components:
          schemas:
            Large: { type: string, enum: [{{Many}}] }
            Odd:
              type: string
              enum: [value, Value, isKnown, tryParse, known, equals, getHashCode, toString, odd, codec, finalize, parse, '', ' ', '+1', '-1', '1', 'ä', "tab\there", 'quote"', 'back\slash', '{0}']
            Seen: { type: string, x-extensible-enum: [a, b], x-enum-descriptions: ['', The second.] }
            A:
              type: object
              properties:
                large: { $ref: '#/components/schemas/Large' }
                odd: { $ref: '#/components/schemas/Odd' }
                seen: { $ref: '#/components/schemas/Seen' }
                list: { type: array, items: { $ref: '#/components/schemas/Odd' } }
        """;

    [Theory]
    [InlineData("""{"large":"v69","odd":"toString"}""")]
    [InlineData("""{"large":"v70","odd":"ToString"}""")]
    [InlineData("""{"odd":"","list":[" ","+1","-1","1","ä","quote\"","back\\slash","{0}"]}""")]
    [InlineData("""{"odd":"tab\there"}""")]
    [InlineData("""{"odd":[1],"large":{"a":1}}""")]
    [InlineData("""{"seen":"c"}""")]
    public async Task Known_and_unknown_texts_are_written_back(string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<A>({Sample.Quote(json)}));"));

    [Fact]
    public async Task Every_known_value_has_a_name_of_its_own() =>
        Assert.Equal(
            "22 22 True",
            await RunAsync(
                """
                var values = typeof(Odd).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
                    .Select(property => (Odd)property.GetValue(null)!).ToList();
                return $"{values.Count} {values.Distinct().Count()} {values.All(value => value.IsKnown && Read<Odd>(Write(value)) == value)}";
                """
            )
        );

    [Theory]
    [InlineData("new Large(\"v0\").IsKnown", "True")]
    [InlineData("new Large(\"v70\").IsKnown", "False")]
    [InlineData("new Large(\"V0\").IsKnown", "False")]
    [InlineData("default(Large).Value.Length", "0")]
    [InlineData("default(Large).IsKnown", "False")]
    [InlineData("default(Odd).IsKnown", "True")]
    [InlineData("default(Odd) == new Odd(\"\")", "True")]
    [InlineData("default(Odd).GetHashCode() == new Odd(\"\").GetHashCode()", "True")]
    [InlineData("((Odd)(string)null!).Value.Length", "0")]
    [InlineData("(Odd?)(string?)null is null", "True")]
    [InlineData("new Dictionary<Odd, int> { [\"1\"] = 5 }[Odd._1]", "5")]
    [InlineData("Odd.TryParse(\"x\", null, out var o) && o.Value == \"x\"", "True")]
    [InlineData("Odd.TryParse(null, null, out var o) || o.Value.Length > 0", "False")]
    [InlineData("Seen.B", "b")]
    [InlineData("new Seen(\"c\").IsKnown", "False")]
    public async Task A_text_is_a_value_like_any_other(string expression, string expected) =>
        Assert.Equal(expected, await RunAsync($"return $\"{{({expression})}}\";"));

    [Fact]
    public async Task Null_is_no_text() => await Assert.ThrowsAsync<ArgumentNullException>(() => RunAsync("return new Odd(null!).Value;"));

    [Theory]
    [InlineData("/// <summary>The values that the document allows.</summary>", 2)]
    [InlineData("/// <summary>The known values; others may occur.</summary>", 1)]
    [InlineData("/// <summary>The second.</summary>", 1)]
    [InlineData("/// <summary>The value 'a'.</summary>", 1)]
    [InlineData("FrozenSet.ToFrozenSet(", 1)]
    public void A_set_says_whether_it_is_complete(string text, int times) =>
        Assert.Equal(times, Sample.Run(Sample.Client(Document)).Source("Sample.Models.g.cs").Split(text).Length - 1);

    [Fact]
    public void Reading_a_large_set_compares_no_value_one_by_one()
    {
        var code = Sample.Run(Sample.Client(Document)).Source("Sample.Json.g.cs");

        Assert.DoesNotContain("\"v69\"u8", code, StringComparison.Ordinal);
        Assert.Contains("\"toString\"u8", code, StringComparison.Ordinal);
    }

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
