namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// A value that is not of the documented type costs no more than the smallest optional member that holds it, and is not lost.
/// </summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("At", "at", "\"\"")]
    [InlineData("At", "at", "1764324000")]
    [InlineData("At", "at", "\"Sat, 28 Nov 2026 10:00:00 GMT\"")]
    [InlineData("Day", "day", "\"28/11/2026\"")]
    [InlineData("Count", "count", "\"\"")]
    [InlineData("Count", "count", "1.5")]
    [InlineData("Count", "count", "12345678901234567890")]
    [InlineData("Count", "count", "\"many\"")]
    [InlineData("Count", "count", "true")]
    [InlineData("Count", "count", "[1]")]
    [InlineData("Small", "small", "5000000000")]
    [InlineData("Ratio", "ratio", "\"NaN\"")]
    [InlineData("Price", "price", "1e40")]
    [InlineData("Done", "done", "\"perhaps\"")]
    [InlineData("Data", "data", "\"***\"")]
    [InlineData("Name", "name", "{\"first\":\"Ann\"}")]
    [InlineData("Kind", "kind", "[\"a\"]")]
    [InlineData("Home", "home", "\"Berlin\"")]
    [InlineData("Home", "home", "{\"code\":\"x\"}")]
    public async Task An_optional_member_reads_as_null_and_keeps_its_value(string member, string name, string value) =>
        Assert.Equal(
            $"True|{value}|{{\"id\":\"1\",\"name2\":5,\"{name}\":{value}}}|1",
            (
                await ReadAsync(
                    $"{{\"id\":\"1\",\"name2\":5,\"{name}\":{value}}}",
                    $"$\"{{record.{member} is null}}|{{record.ExtensionData[\"{name}\"].GetRawText()}}|{{Write(record)}}|{{record.Id}}\""
                )
            )
        );

    [Theory]
    [InlineData("Numbers", "numbers", "[1,null]")]
    [InlineData("Numbers", "numbers", "[1,\"x\",3]")]
    [InlineData("Numbers", "numbers", "\"1,2\"")]
    [InlineData("Names", "names", "[\"a\",null]")]
    [InlineData("Names", "names", "{\"0\":\"a\"}")]
    [InlineData("Places", "places", "[{\"code\":1},null]")]
    [InlineData("Places", "places", "[{\"code\":1},{\"code\":\"x\"}]")]
    [InlineData("Labels", "labels", "{\"a\":1,\"b\":\"x\"}")]
    [InlineData("Labels", "labels", "[]")]
    public async Task A_list_or_map_with_an_odd_part_reads_as_empty_and_keeps_its_value(string member, string name, string value) =>
        Assert.Equal(
            $"0|{{\"id\":\"1\",\"{name}\":{value}}}",
            await ReadAsync($"{{\"id\":\"1\",\"{name}\":{value}}}", $"$\"{{record.{member}.Count}}|{{Write(record)}}\"")
        );

    [Theory]
    [InlineData("Rows", "rows", "[{\"code\":1},null]")]
    [InlineData("Rows", "rows", "[null]")]
    [InlineData("Grid", "grid", "[[1],[2,null]]")]
    [InlineData("Tags", "tags", "{\"a\":\"x\",\"b\":null}")]
    public async Task A_required_list_or_map_with_null_in_it_reads_as_empty_and_keeps_its_value(string member, string name, string value) =>
        Assert.Equal(
            $"0|{{\"id\":\"1\",\"{name}\":{value}}}",
            await ReadAsync($"{{\"id\":\"1\",\"{name}\":{value}}}", $"$\"{{record.{member}.Count}}|{{Write(record)}}\"")
        );

    [Theory]
    [InlineData("""{"id":"1","home":{"code":1,"since":"soon"}}""", "record.Home!.Code", "1")]
    [InlineData(
        """{"id":"1","places":[{"code":1,"next":{"code":2,"since":5}},{"code":3}]}""",
        "record.Places[0].Next!.Code + record.Places[1].Code",
        "5"
    )]
    [InlineData("""{"id":"1","places":[{"code":1,"next":{"code":[]}},{"code":3}]}""", "record.Places.Count", "2")]
    [InlineData("""{"id":"1","shape":{"type":"disc","radius":"wide"}}""", "((Shape.Disc)record.Shape!).Value.Type", "disc")]
    [InlineData("""{"id":"1","pick":{"code":1,"since":"soon"}}""", "((RecordPick.Place)record.Pick!).Value.Code", "1")]
    [InlineData("""{"id":"1","pick":[1,"x"]}""", "record.Pick is RecordPick.Unknown", "True")]
    [InlineData("""{"id":"1","close":{"x":1,"n":"much"}}""", "record.Close is RecordClose.Unknown", "True")]
    [InlineData("""{"id":"1","count":""}""", "record.ExtensionData.Count", "1")]
    public async Task Only_the_smallest_member_is_affected_and_all_is_written_back(string json, string expression, string expected) =>
        Assert.Equal($"{expected}|{json}", await ReadAsync(json, $"$\"{{{expression}}}|{{Write(record)}}\""));

    [Fact]
    public async Task Many_odd_members_of_one_object_are_each_kept() =>
        Assert.Equal(
            """True True True|{"id":"1","day":"2024-02-29","at":"","count":1.5,"small":{"a":[1,{"b":2}]}}""",
            await ReadAsync(
                """{"at":"","count":1.5,"id":"1","small":{"a":[1,{"b":2}]},"day":"2024-02-29"}""",
                "$\"{record.At is null} {record.Count is null} {record.Small is null}|{Write(record)}\""
            )
        );

    [Theory]
    [InlineData("""{"id":["secret-1"]}""", "Expected a string at '/id', found an array.")]
    [InlineData("""{"total":"secret-1"}""", "Expected a 64-bit integer at '/total', found a string.")]
    [InlineData("""{"place":"secret-1"}""", "Expected an object at '/place', found a string.")]
    [InlineData("""{"place":{"code":{"secret-1":1}}}""", "Expected a 64-bit integer at '/place/code', found an object.")]
    [InlineData("""{"rows":[{"code":1},{"code":"secret-1"}]}""", "Expected a 64-bit integer at '/rows/1/code', found a string.")]
    public async Task A_required_member_says_which_it_is_and_what_was_found(string json, string message)
    {
        var failure = await Assert.ThrowsAsync<KoreXoException>(() =>
            Sample.RunAsync("odd-values", "await client.GetRecordAsync(); return \"\";", json)
        );

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","at":[1,}""")]
    [InlineData("""{"id":"1","count":1.5""")]
    [InlineData("""{"id":"1","count":01}""")]
    public async Task What_is_no_JSON_is_an_error_whatever_the_member(string json) =>
        Assert.Contains(
            "cannot be read",
            (
                await Assert.ThrowsAsync<KoreXoException>(() =>
                    Sample.RunAsync("odd-values", "await client.GetRecordAsync(); return \"\";", json)
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"id":1,"at":"soon","x":5}""", "1 at", "5")]
    [InlineData("""{"id":1,"x":5,"y":"many"}""", "1 y", "5")]
    public async Task An_odd_additional_member_is_kept_apart(string json, string kept, string x) =>
        Assert.Equal(
            $"{kept}|{x}|True",
            await Sample.RunAsync(
                "odd-values",
                $$"""var json = {{Sample.Quote(json)}}; var bag = Read<Bag>(json); return $"{bag.ExtensionData.Count} {bag.ExtensionData.Keys.Single()}|{bag.AdditionalProperties["x"]}|{Write(bag).Length == json.Length}";"""
            )
        );

    [Theory]
    [InlineData("""new Plain { Input = "a", ExtensionData = Raw("input") }""", """{"input":"a","kind":"x"}""")]
    [InlineData("""new Plain { Input = "a", ExtensionData = Raw("limit") }""", """{"input":"a","kind":"x","limit":"raw"}""")]
    [InlineData(
        """new Plain { Input = "a", Limit = 5, ExtensionData = Raw("limit", "other") }""",
        """{"input":"a","limit":5,"kind":"x","other":"raw"}"""
    )]
    [InlineData("""new Plain { Input = "a", ExtensionData = Raw("kind") }""", """{"input":"a","kind":"x"}""")]
    [InlineData("""new Plain { Input = "a", ExtensionData = Raw("Input") }""", """{"input":"a","kind":"x","Input":"raw"}""")]
    public async Task No_name_is_written_twice(string value, string body) =>
        Assert.Equal(body, (await Sample.RequestAsync("odd-values", $"await client.SendPlainAsync({value});\n{Raw}")).Body);

    [Theory]
    [InlineData("""new Plain { Input = "a", ExtensionData = Raw("input", "limit") }""", "input=a&kind=x&limit=raw")]
    [InlineData("""new Plain { Input = "a", Limit = 5, ExtensionData = Raw("limit") }""", "input=a&limit=5&kind=x")]
    public async Task No_field_of_a_form_is_written_twice(string value, string body) =>
        Assert.Equal(body, (await Sample.RequestAsync("odd-values", $"await client.SendFormAsync({value});\n{Raw}")).Body);

    [Theory]
    [InlineData("""{"id":"1","password":"secret-1"}""", """{"id":"1","password":"***"}""")]
    [InlineData("""{"id":"1","home":{"code":"x","secret":"secret-1"}}""", """{"id":"1","home":"***"}""")]
    [InlineData("""{"id":"1","other":5}""", """{"id":"1","other":5}""")]
    public async Task A_text_for_people_masks_an_odd_value(string json, string text) =>
        Assert.Equal(text, await ReadAsync(json, "record.ToString()!"));

    [Fact]
    public async Task A_member_that_is_set_replaces_the_odd_value() =>
        Assert.Equal(
            """{"id":"1","count":7}""",
            await ReadAsync(
                """{"id":"1","count":"many"}""",
                "Write(new Record { Id = record.Id, Count = 7, ExtensionData = record.ExtensionData })"
            )
        );

    private const string Raw =
        "static Dictionary<string, JsonElement> Raw(params string[] names) => names.ToDictionary(name => name, _ => JsonDocument.Parse(\"\\\"raw\\\"\").RootElement);";

    private static Task<string> ReadAsync(string json, string expression) =>
        Sample.RunAsync("odd-values", $"var record = Read<Record>({Sample.Quote(json)}); return {expression};");
}
