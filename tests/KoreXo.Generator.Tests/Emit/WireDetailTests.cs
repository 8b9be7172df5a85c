namespace KoreXo.Generator.Tests.Emit;

/// <summary>How values look in an address, a header, a form and JSON.</summary>
public sealed class WireDetailTests
{
    private const string At = "new DateTimeOffset(2025, 1, 2, 3, 4, 5, 120, TimeSpan.FromHours(2))";
    private const string Id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";

    [Fact]
    public async Task A_point_in_time_is_written_alike_everywhere()
    {
        var request = await Sample.RequestAsync(
            "wire-details",
            $$"""await client.GetTimesAsync(new DateOnly(2025, 1, 2), {{At}}, new Guid("{{Id}}"), new() { From = {{At}}, Many = [{{At}}], XAt = {{At}} });"""
        );

        Assert.Equal(
            (
                $"GET /times/2025-01-02/2025-01-02T01%3A04%3A05.12Z/{Id}?from=2025-01-02T01%3A04%3A05.12Z&many=2025-01-02T01%3A04%3A05.12Z",
                "2025-01-02T01:04:05.12Z"
            ),
            (request.Line, request.Headers["X-At"])
        );
    }

    [Theory]
    [InlineData("Clock = new TimeOnly(1, 2, 3)", "clock=01%3A02%3A03")]
    [InlineData("Span = new TimeSpan(1, 2, 30, 0)", "span=P1DT2H30M")]
    [InlineData("Link = new Uri(\"a/b?c\", UriKind.Relative)", "link=a%2Fb%3Fc")]
    [InlineData("Big = ulong.MaxValue", "big=18446744073709551615")]
    public async Task A_format_is_sent_as_the_document_means_it(string option, string expected) =>
        Assert.EndsWith(
            "?" + expected,
            (
                await Sample.RequestAsync("wire-details", $"await client.GetTimesAsync(default, default, default, new() {{ {option} }});")
            ).Line,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"clock":"01:02:03","span":"P1DT2H30M"}""")]
    [InlineData("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","link":"a/b?c","big":18446744073709551615}""")]
    [InlineData("""{"bounded":18446744073709551615,"exact":0.10000000000000000001}""")]
    [InlineData("""{"token":"-_8","key":"-_8","plain":"+/8="}""")]
    [InlineData("""{"span":"P1M"}""")]
    [InlineData("""{"clock":"01:02:03+02:00"}""")]
    [InlineData("""{"id":"none"}""")]
    [InlineData("""{"big":-1}""")]
    public async Task A_format_is_written_back(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("wire-details", "Times", json));

    [Theory]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("-PT1.5S", "-00:00:01.5000000")]
    [InlineData("P1M", "")]
    [InlineData("1:00", "")]
    public async Task A_duration_is_of_days_and_less(string text, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("wire-details", $$$"""return $"{Read<Times>("{\"span\":\"{{{text}}}\"}").Span}";"""));

    [Theory]
    [InlineData("Commas = [\"x\", \"y,z\"]", "commas=x,y%2Cz")]
    [InlineData("Pipes = [\"x\", \"y\"]", "pipes=x%7Cy")]
    [InlineData("Each = [1, 2]", "each=1&each=2")]
    [InlineData("Choices = [\"a,b\", true]", "choices=a%2Cb,true")]
    [InlineData("Pair = new() { R = 1, G = 2 }", "pair=r,1,g,2")]
    [InlineData("Reserved = \"/a?b:c@d!,e\"", "reserved=/a?b:c@d!,e")]
    [InlineData("Reserved = \"a&b#c+d e%f[\"", "reserved=a%26b%23c%2Bd%20e%25f%5B")]
    [InlineData("ReservedList = [\"a/b\", \"c\"]", "reservedList=a/b,c")]
    public async Task Delimiters_stay_as_they_are_and_values_cannot_forge_them(string option, string expected) =>
        Assert.Equal(
            "GET /lists?" + expected,
            (await Sample.RequestAsync("wire-details", $"await client.GetListsAsync(new() {{ {option} }});")).Line
        );

    [Theory]
    [InlineData(
        "Meta = new() { A = \"x\" }",
        "name=\"meta\"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"a\":\"x\"}\r\n",
        "Content-Type: application/json; charset=utf-8\r\nContent-Disposition: form-data; name=\"meta\"\r\n\r\n{\"a\":\"x\"}\r\n"
    )]
    [InlineData("Xml = \"<x/>\"", "name=\"xml\"\r\nContent-Type: application/xml\r\n\r\n<x/>\r\n")]
    [InlineData("Csv = \"a;b\"", "name=\"csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n")]
    [InlineData("Ids = [1, 2]", "name=\"ids\"\r\n\r\n1,2\r\n")]
    [InlineData("Tags = [\"a\", \"b\"]", "name=\"tags\"\r\n\r\nb\r\n")]
    [InlineData("Avatar = TextFile(\"p\", \"a.png\")", "filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\np\r\n")]
    [InlineData("Avatar = TextFile(\"p\", \"a.JPG\")", "filename=\"a.JPG\"\r\nContent-Type: image/jpeg\r\n\r\np\r\n")]
    [InlineData(
        "Avatar = new(new MemoryStream([112]), \"a.gif\", \"image/gif\")",
        "filename=\"a.gif\"\r\nContent-Type: image/gif\r\n\r\np\r\n"
    )]
    [InlineData("Scan = TextFile(\"p\", \"a\")", "filename=\"a\"\r\nContent-Type: application/pdf\r\n\r\np\r\n")]
    [InlineData("Deep = new() { A = \"x\", B = [1] }", "name=\"deep[b][0]\"\r\n\r\n1\r\n")]
    [InlineData("DeepList = [\"x\"]", "name=\"deepList[0]\"\r\n\r\nx\r\n")]
    [InlineData("When = " + At, "name=\"when\"\r\n\r\n2025-01-02T01:04:05.12Z\r\n")]
    [InlineData(
        "Quoted = \"x\"",
        "name=\"quoted\"\r\nContent-Type: application/json\r\n\r\n\"x\"\r\n",
        "Content-Type: application/json\r\nContent-Disposition: form-data; name=\"quoted\"\r\n\r\n\"x\"\r\n"
    )]
    public async Task A_part_is_sent_as_its_encoding_says(string part, string expected, string? orElse = null)
    {
        var required = part.StartsWith("Meta", StringComparison.Ordinal) ? part : $"Meta = new(), {part}";
        var body = (await Sample.RequestAsync("wire-details", $"await client.SendFormAsync(new() {{ {required} }});")).Body;

        Assert.True(
            body.Contains(expected, StringComparison.Ordinal) || (orElse is not null && body.Contains(orElse, StringComparison.Ordinal)),
            body
        );
    }

    [Theory]
    [InlineData("iso-8859-1", "gr\u00fcn")]
    [InlineData("windows-1252", "5 \u20ac")]
    [InlineData("utf-16", "gr\u00fcn")]
    [InlineData("UTF-8", "gr\u00fcn")]
    [InlineData("unheard-of", "plain")]
    public async Task A_response_is_read_in_its_charset(string charset, string text)
    {
        using var handler = new CharsetHandler(text, charset);

        Assert.Equal(text, await Sample.RunAsync(Sample.Document("wire-details"), "return await client.GetTextAsync();", handler));
    }

    [Theory]
    [InlineData("client.GetLevelAsync(Level.Some)", "GET /levels/1")]
    [InlineData("client.GetLevelAsync(7, new() { Above = Level.All, Among = [Level.None, 5] })", "GET /levels/7?above=2&among=0,5")]
    public async Task A_named_integer_is_sent_as_the_number(string call, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("wire-details", $"await {call};")).Line);

    [Theory]
    [InlineData("""{"level":1,"list":[0,2,9],"nswag":-20,"azure":9223372036854775807,"letter":"b","choice":2}""")]
    [InlineData("""{"nswag":null,"choice":"text"}""")]
    public async Task A_named_integer_is_written_back(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("wire-details", "Levels", json));

    [Fact]
    public async Task Names_are_those_of_the_document() =>
        Assert.Equal(
            "2 True False -20 9223372036854775807 b 1",
            await Sample.RunAsync(
                "wire-details",
                """
                return $"{Level.All} {Level.All.IsKnown} {new Level(9).IsKnown} {LevelsNswag.Minus} {LevelsAzure.Most} {LevelsLetter.SecondLetter} {(Level.TryParse("1", null, out var level) ? level : default)}";
                """
            )
        );
}
