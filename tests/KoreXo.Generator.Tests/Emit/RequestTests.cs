namespace KoreXo.Generator.Tests.Emit;

public sealed class RequestTests
{
    [Theory]
    [InlineData("client.FindPetsAsync(7, true, \"s\", [\"a\", \"b c\"], \"en\")", "GET /v1/pets/7/true/s?must=a&must=b%20c")]
    [InlineData(
        "client.FindPetsAsync(7, false, FindPetsSizePath.M, [\"a\"], \"en\", new() { Version = \"v2\" })",
        "GET /v2/pets/7/false/m?must=a"
    )]
    [InlineData("client.TrailingAsync()", "GET /trailing/")]
    [InlineData("client.GetManyAsync([\"a\", \"b/c\"])", "GET /sorted/a,b%2Fc")]
    public async Task The_path_is_filled(string call, string line) =>
        Assert.Equal(
            line,
            (
                await Sample.RequestAsync("parameters", $"await {call.Replace("FindPetsSizePath.M", "\"m\"", StringComparison.Ordinal)};")
            ).Line
        );

    [Theory]
    [InlineData("Ids = [1, 2]", "&ids=1&ids=2")]
    [InlineData("Joined = [\"a\", \"b\"]", "&joined=a,b")]
    [InlineData("Joined = [\"a,b\", \"c\"]", "&joined=a%2Cb,c")]
    [InlineData("Piped = [Size.S, \"x\"]", "&piped=s%7Cx")]
    [InlineData("Size = Size.L", "&size=l")]
    [InlineData("Since = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero)", "&since=2024-02-29T01%3A02%3A03Z")]
    [InlineData("Day = new DateOnly(2024, 2, 29)", "&day=2024-02-29")]
    [InlineData("Deep = false", "&deep=false")]
    [InlineData("Ratio = 0.5", "&ratio=0.5")]
    [InlineData("Price = 1.50m", "&price=1.50")]
    [InlineData("PetId = \"a&b\"", "&petId=a%26b")]
    [InlineData("Joined = []", "")]
    [InlineData("", "")]
    public async Task An_optional_parameter_is_sent_where_it_is_set(string option, string query) =>
        Assert.Equal(
            "GET /v1/pets/7/true/s?must=x" + query,
            (
                await Sample.RequestAsync(
                    "parameters",
                    $"await client.FindPetsAsync(7, true, \"s\", [\"x\"], \"en\", new() {{ {option} }});"
                )
            ).Line
        );

    [Theory]
    [InlineData("", "bot-language", "en")]
    [InlineData("XTrace = 5", "X-Trace", "5")]
    [InlineData("Session = \"abc\"", "Cookie", "session=abc")]
    [InlineData("List = [\"a\", \"b\"]", "list", "a,b")]
    public async Task Headers_are_sent(string option, string name, string value) =>
        Assert.Equal(
            value,
            (
                await Sample.RequestAsync(
                    "parameters",
                    $"await client.FindPetsAsync(7, true, \"s\", [\"x\"], \"en\", new() {{ {option} }});"
                )
            ).Headers[name]
        );

    [Fact]
    public async Task An_empty_list_sends_no_header() =>
        Assert.DoesNotContain(
            "list",
            (await Sample.RequestAsync("parameters", "await client.FindPetsAsync(7, true, \"s\", [\"x\"], \"en\", new() { Deep = true });"))
                .Headers
                .Keys
        );

    [Theory]
    [InlineData("client.FindAsync(new() { Text = \"x\" })", "GET /query", """{"text":"x"}""")]
    [InlineData("client.EraseAsync([\"a\", \"b\"])", "DELETE /query", """["a","b"]""")]
    [InlineData("client.SetWordAsync(\"hi\")", "PUT /word", "\"hi\"")]
    [InlineData("client.SetNumberAsync(5)", "POST /word", "5")]
    [InlineData("client.SetNumberAsync()", "POST /word", "")]
    [InlineData("client.SetColorAsync(SetColorRequest.Red)", "PATCH /word", "\"red\"")]
    [InlineData("client.PutSharedAsync(new() { File = \"text\" })", "POST /shared", """{"file":"text"}""")]
    [InlineData("client.BinaryTextAsync(\"text\")", "POST /binary", "\"text\"")]
    public async Task A_body_of_any_shape_goes_with_any_verb(string call, string line, string body)
    {
        var request = await Sample.RequestAsync("bodies", $"try {{ await {call}; }} catch (KoreXoException) {{ }}");

        Assert.Equal((line, body), (request.Line, request.Body));
    }

    [Theory]
    [InlineData("""TextFile("hi", "a.txt")""", "", "name=\"file\"; filename=\"a.txt\"|hi")]
    [InlineData(null, "", "name=\"kind\"|a")]
    [InlineData(null, """More = [TextFile("1", "1.txt"), TextFile("2", "2.txt")]""", "name=\"more\"; filename=\"2.txt\"|2")]
    [InlineData(null, """Words = ["x", "y"]""", "name=\"words\"|y")]
    [InlineData(null, "Count = 5", "name=\"count\"|5")]
    [InlineData(null, "Part = true", "name=\"part\"|true")]
    [InlineData(null, "Sure = false", "name=\"sure\"|false")]
    [InlineData(null, "When = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero)", "name=\"when\"|2024-02-29T01:02:03Z")]
    [InlineData(null, "Day = new DateOnly(2024, 2, 29)", "name=\"day\"|2024-02-29")]
    [InlineData(null, "Any = 7", "name=\"any\"|7")]
    [InlineData(null, "Bytes = [1, 2]", "name=\"bytes\"|AQI=")]
    [InlineData(null, "Options = new() { Deep = true }", """name="options"|{"deep":true}""")]
    [InlineData(null, """Objects = [new() { Name = "n" }]""", """name="objects"|[{"name":"n"}]""")]
    [InlineData(null, """Map = new Dictionary<string, long> { ["a"] = 1 }""", """name="map"|{"a":1}""")]
    [InlineData(null, "Either = 5", "name=\"either\"|5")]
    public async Task A_form_is_sent_part_by_part(string? file, string member, string expected)
    {
        var request = await Sample.RequestAsync(
            "bodies",
            $$"""
            await client.UploadAsync("x", new() { File = {{file
                ?? "TextFile(\"f\", \"f\")"}}, Name = "n", Kind = UploadRequestKind.A, {{member}} });
            """
        );

        Assert.Contains(expected, Parts(request.Body));
    }

    [Fact]
    public async Task A_form_has_no_part_for_what_is_not_set() =>
        Assert.Equal(
            3,
            Parts(
                    (
                        await Sample.RequestAsync(
                            "bodies",
                            """
                            await client.UploadAsync("x", new() { File = TextFile("f", "f"), Name = "n", Kind = "a" });
                            """
                        )
                    ).Body
                )
                .Count()
        );

    [Theory]
    [InlineData("", "")]
    [InlineData("new() { File = TextFile(\"f\", \"f\") }", "name=\"file\"; filename=\"f\"|f")]
    public async Task A_form_may_be_left_out(string request, string expected) =>
        Assert.Equal(
            expected,
            string.Concat(Parts((await Sample.RequestAsync("bodies", $"await client.UploadMaybeAsync({request});")).Body))
        );

    [Theory]
    [InlineData("EnableLanguageAsync(new() { Language = \"de\" })", """{"language":"de","action":"enable"}""")]
    [InlineData(
        "DisableLanguageAsync(new() { Language = \"de\", Action = \"x\" })",
        """{"language":"de","action":"disable","deep\"":{"a":[1,"x"]}}"""
    )]
    [InlineData("ChangeLanguageAsync(new() { Language = \"de\", Action = \"x\" })", """{"language":"de","action":"x"}""")]
    public async Task A_variant_fills_in_its_constants(string call, string body) =>
        Assert.Equal(
            Sorted(body),
            Sorted(
                (
                    await Sample.RequestAsync(
                        "variants",
                        $"await client.{call.Replace(call.StartsWith('D') ? ", Action = \"x\"" : "\0", "", StringComparison.Ordinal)};"
                    )
                ).Body
            )
        );

    private static IEnumerable<string> Parts(string body) =>
        body.Split("\r\n--", StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.Contains("form-data; ", StringComparison.Ordinal))
            .Select(static part => part[(part.IndexOf("form-data; ", StringComparison.Ordinal) + 11)..])
            .Select(static part => part.Split("\r\n")[0] + "|" + part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);

    private static string Sorted(string json) =>
        string.Join(
            ",",
            System
                .Text.Json.JsonDocument.Parse(json)
                .RootElement.EnumerateObject()
                .OrderBy(static member => member.Name, StringComparer.Ordinal)
        );
}
