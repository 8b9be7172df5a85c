namespace KoreXo.Generator.Tests.Emit;

/// <summary>A schema may be a case of several unions; the discriminator's value is that of the union in which it is sent.</summary>
public sealed class SharedDiscriminatorTests
{
    [Theory]
    [InlineData("Short = new Start { At = \"9\" }", """{"short":{"kind":"s","at":"9"}}""")]
    [InlineData("Short = new Stop { After = 1 }", """{"short":{"kind":"e","after":1}}""")]
    [InlineData("Named = new Start { At = \"9\" }", """{"named":{"kind":"Start","at":"9"}}""")]
    [InlineData("Named = new Named.Start(new Start())", """{"named":{"kind":"Start"}}""")]
    [InlineData("Named = new Start { Kind = \"s\" }", """{"named":{"kind":"Start"}}""")]
    [InlineData("Several = new Step { Size = 2 }", """{"several":{"kind":"walk","size":2}}""")]
    [InlineData("Several = new Step { Kind = \"run\" }", """{"several":{"kind":"run"}}""")]
    [InlineData("Several = new Turn()", """{"several":{"kind":"turn"}}""")]
    [InlineData("Number = new Number.Option1(new NumberOption1 { One = \"x\" })", """{"number":{"v":1,"one":"x"}}""")]
    [InlineData("Number = new NumberOption2()", """{"number":{"v":2}}""")]
    [InlineData("Flag = new FlagOption2 { Until = \"9\" }", """{"flag":{"on":false,"until":"9"}}""")]
    [InlineData("Versioned = new First()", """{"versioned":{"version":1}}""")]
    [InlineData("Versioned = new Later()", """{"versioned":{"version":2}}""")]
    [InlineData("Versioned = new Later { Version = 3 }", """{"versioned":{"version":3}}""")]
    [InlineData("Missing = new Bare { Only = \"o\" }", """{"missing":{"only":"o","kind":"Bare"}}""")]
    [InlineData("Missing = new Stop()", """{"missing":{"kind":"Stop"}}""")]
    [InlineData("Old = new OldCat { Lives = 9 }", """{"old":{"type":"cat","lives":9}}""")]
    [InlineData("Old = new OldDog()", """{"old":{"type":"dog"}}""")]
    [InlineData("Fixed = new FixedA()", """{"fixed":{"kind":"a1"}}""")]
    [InlineData("Fixed = new FixedB { Kind = FixedBKind.B2 }", """{"fixed":{"kind":"b2"}}""")]
    [InlineData("Fixed = new FixedB()", """{"fixed":{}}""")]
    public async Task A_case_is_sent_with_the_value_of_its_union(string member, string expected) =>
        Assert.Equal(
            expected,
            (await Sample.RequestAsync("shared-discriminators", $"await client.AddEventsAsync(new() {{ {member} }});")).Body
        );

    [Theory]
    [InlineData("""{"short":{"kind":"e","after":1}}""")]
    [InlineData("""{"named":{"kind":"Stop","after":1}}""")]
    [InlineData("""{"several":{"kind":"run","size":2}}""")]
    [InlineData("""{"number":{"v":2,"two":"y"}}""")]
    [InlineData("""{"versioned":{"version":3,"more":"m"}}""")]
    [InlineData("""{"missing":{"only":"o","kind":"Bare"}}""")]
    [InlineData("""{"old":{"type":"cat","lives":9}}""")]
    [InlineData("""{"fixed":{"kind":"b2"}}""")]
    [InlineData("""{"short":{"kind":"other","x":1}}""")]
    public async Task A_case_that_was_read_is_written_back(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("shared-discriminators", "Events", json));

    [Theory]
    [InlineData("""{"kind":"e"}""", "Short", "Stop")]
    [InlineData("""{"kind":"Stop"}""", "Named", "Stop")]
    [InlineData("""{"kind":"Stop"}""", "Short", "Unknown")]
    [InlineData("""{"kind":"run"}""", "Several", "Step")]
    [InlineData("""{"version":"3"}""", "Versioned", "Later")]
    [InlineData("""{"kind":"Bare"}""", "Missing", "Bare")]
    [InlineData("""{"type":"dog"}""", "Old", "Dog")]
    [InlineData("""{"kind":"a1"}""", "Fixed", "A")]
    public async Task The_value_of_the_union_tells_the_case(string json, string union, string name) =>
        Assert.Equal(name, await Sample.RunAsync("shared-discriminators", $"return Read<{union}>({Sample.Quote(json)}).GetType().Name;"));

    [Fact]
    public async Task A_value_that_is_sent_in_two_unions_is_not_changed() =>
        Assert.Equal(
            """{"short":{"kind":"s"},"named":{"kind":"Start"}} mine""",
            await Sample.RunAsync(
                "shared-discriminators",
                """
                var start = new Start { Kind = "mine" };
                return Write(new Events { Short = start, Named = start }) + " " + start.Kind;
                """
            )
        );
}
