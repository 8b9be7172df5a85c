namespace KoreXo.Generator.Tests.Emit;

/// <summary>Parameters with parts, in every style that OpenAPI has.</summary>
public sealed class StyleTests
{
    private const string Filter =
        """new() { Name = "a&b", Tags = ["x", "y"], Size = new() { Min = 1 }, Since = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), Active = true }""";

    [Theory]
    [InlineData(
        "Filter = @",
        "filter[name]=a&b|filter[tags][0]=x|filter[tags][1]=y|filter[size][min]=1|filter[since]=2024-02-29T01:02:03Z|filter[active]=true"
    )]
    [InlineData("Expand = [\"a\", \"b\"]", "expand[0]=a|expand[1]=b")]
    [InlineData("Range = @", "name=a&b|tags=x|tags=y|size[min]=1|since=2024-02-29T01:02:03Z|active=true")]
    [InlineData("Joined = new() { Name = \"a\", Active = false }", "joined=name,a,active,false")]
    [InlineData("Piped = [\"a\", \"b\"]", "piped=a|b")]
    [InlineData("Spaced = [1, 2]", "spaced=1 2")]
    [InlineData("Where = new() { Name = \"a\", Tags = [\"x\"] }", "where={\"name\":\"a\",\"tags\":[\"x\"]}")]
    [InlineData("Raw = \"a=1\"", "raw=a=1")]
    [InlineData("Created = new SearchCreatedOption1 { Gt = 5 }", "created[gt]=5")]
    [InlineData("Created = 7", "created=7")]
    [InlineData("Metadata = new Dictionary<string, string> { [\"k\"] = \"v\" }", "metadata[k]=v")]
    [InlineData("Ids = [1, 2]", "ids[]=1|ids[]=2")]
    [InlineData("Untyped = \"x\"", "untyped=x")]
    [InlineData("Limit = 5", "limit=5")]
    [InlineData("Filter = new()", "")]
    [InlineData("Expand = []", "")]
    public async Task A_value_is_spread_over_the_query(string option, string expected)
    {
        var request = await Sample.RequestAsync(
            "styles",
            $"await client.SearchAsync(new() {{ {option.Replace("@", Filter, StringComparison.Ordinal)} }});"
        );

        var query = request.Line["GET /search".Length..].TrimStart('?').Split('&').Select(Uri.UnescapeDataString);
        Assert.Equal(expected, string.Join('|', query));
    }

    [Fact]
    public async Task A_parameter_of_path_and_operation_is_one() =>
        Assert.Equal(
            "1",
            await Sample.RunAsync(
                "styles",
                "return typeof(SearchOptions).GetProperties().Count(static property => property.Name.StartsWith(\"Limit\", StringComparison.Ordinal)).ToString();"
            )
        );

    [Theory]
    [InlineData("XFilter = new() { Name = \"a\", Active = true }", "X-Filter", "name,a,active,true")]
    [InlineData("Session = \"a;b\"", "Cookie", "session=a%3Bb")]
    [InlineData("Session = \"s\", Flags = [\"x\", \"y\"]", "Cookie", "session=s; flags=x%2Cy")]
    public async Task Headers_and_cookies_are_sent(string option, string name, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("styles", $"await client.SearchAsync(new() {{ {option} }});")).Headers[name]);

    [Fact]
    public async Task What_is_required_is_an_argument()
    {
        var request = await Sample.RequestAsync(
            "styles",
            "await client.MustFilterAsync(new Filter { Name = \"q\" }, new Filter { Name = \"h\", Active = true });"
        );

        Assert.Equal(("GET /must?filter%5Bname%5D=q", "name=h,active=true"), (request.Line, request.Headers["X-Filter"]));
    }

    [Theory]
    [InlineData("client.GetLabelAsync(\"a\")", "GET /label/.a")]
    [InlineData("client.GetMatrixAsync(5)", "GET /matrix/;id=5")]
    [InlineData("client.GetLabelsAsync([\"a\", \"b,c\"])", "GET /labels/.a,b%2Cc")]
    [InlineData("client.GetExplodedLabelsAsync([1, 2])", "GET /exploded-labels/.1.2")]
    [InlineData("client.GetMatricesAsync([\"a\", \"b;c\"])", "GET /matrices/;id=a,b%3Bc")]
    [InlineData("client.GetExplodedMatricesAsync([new(\"a\"), new(\"b\")])", "GET /exploded-matrices/;id=a;id=b")]
    [InlineData("client.GetPointAsync(new GetPointPoint { X = 1, Y = 2 })", "GET /object/x,1,y,2")]
    [InlineData("client.GetExplodedPointAsync(@)", "GET /object-exploded/x=1,y%3Dz=a%2Cb%3D")]
    [InlineData("client.GetLabelPointAsync(@)", "GET /object-label/.x,1,y%3Dz,a%2Cb%3D")]
    [InlineData("client.GetExplodedLabelPointAsync(@)", "GET /object-exploded-label/.x=1.y%3Dz=a%2Cb%3D")]
    [InlineData("client.GetMatrixPointAsync(@)", "GET /object-matrix/;point=x,1,y%3Dz,a%2Cb%3D")]
    [InlineData("client.GetExplodedMatrixPointAsync(@)", "GET /object-exploded-matrix/;x=1;y%3Dz=a%2Cb%3D")]
    public async Task A_path_takes_every_style(string call, string expected) =>
        Assert.Equal(
            expected,
            (
                await Sample.RequestAsync(
                    "styles",
                    $"await {call.Replace("@", "new Place { X = 1, YZ = \"a,b=\" }", StringComparison.Ordinal)};"
                )
            ).Line
        );

    [Fact]
    public Task A_path_without_a_value_is_refused() =>
        Assert.ThrowsAsync<ArgumentException>(() => Sample.RequestAsync("styles", "await client.GetLabelPointAsync(new Place());"));
}
