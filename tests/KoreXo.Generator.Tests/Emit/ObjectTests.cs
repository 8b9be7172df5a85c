namespace KoreXo.Generator.Tests.Emit;

public sealed class ObjectTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData(
        """{"name":"Tom","age":3,"weight":4.5,"price":9.90,"sold":true,"count":5000000000,"tags":["a"],"owner":{"name":"Ann","friends":[]}}"""
    )]
    [InlineData("""{"born":"2024-02-29T12:00:00Z","day":"2024-02-29","photo":"AQID"}""")]
    [InlineData(
        """{"tags":[],"scores":[1,null],"matrix":[[1.5],[]],"labels":{"a":"b"},"nested":{"x":[{"name":"Bo"}]},"home":{"street":"High"}}"""
    )]
    [InlineData("""{"beans":[1,2]}""")]
    [InlineData("""{"hint":null,"anything":null,"scores":null}""")]
    [InlineData("""{"anything":{"a":[1,"b",null]}}""")]
    [InlineData("""{"name":"Tom","unknown":{"a":[1]},"other":5}""")]
    public async Task What_was_read_is_written_back(string json) => Assert.Equal(json, await Sample.RoundTripAsync("objects", "Pet", json));

    [Theory]
    [InlineData("pet.Name", "")]
    [InlineData("pet.Age", "0")]
    [InlineData("pet.Weight is null", "True")]
    [InlineData("pet.Tags.Count", "0")]
    [InlineData("pet.Labels.Count", "0")]
    [InlineData("pet.Owner.Friends.Count", "0")]
    [InlineData("pet.ExtensionData.Count", "0")]
    public async Task What_is_absent_reads_as_empty(string expression, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("objects", $$"""var pet = Read<Pet>("{}"); return $"{{{expression}}}";"""));

    [Fact]
    public async Task A_null_for_a_member_that_has_none_counts_as_absent() =>
        Assert.Equal("{}", await Sample.RoundTripAsync("objects", "Pet", """{"name":null,"age":null,"tags":null,"owner":null}"""));

    [Fact]
    public async Task Required_members_of_a_request_must_be_set()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() =>
            Sample.RunAsync("objects", "return Write(new NewPet { Name = \"Tom\" });")
        );

        Assert.Contains("CS9035", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""new NewPet { Name = "Tom", Note = null, Tags = [] }""", """{"name":"Tom","note":null,"tags":[]}""")]
    [InlineData(
        """new NewPet { Name = "Tom", Note = "x", Tags = ["a"], Nick = "T" }""",
        """{"name":"Tom","note":"x","tags":["a"],"nick":"T"}"""
    )]
    public async Task A_request_sends_what_was_set(string request, string body) =>
        Assert.Equal(body, (await Sample.RequestAsync("objects", $"await client.AddPetAsync({request});")).Body);

    [Fact]
    public async Task A_member_that_comes_twice_has_its_last_value() =>
        Assert.Equal("""{"name":"b"}""", await Sample.RoundTripAsync("objects", "Pet", """{"name":"a","name":"b"}"""));

    [Theory]
    [InlineData("Bag", """{"name":"x","a":{"size":1},"b":{}}""")]
    [InlineData("Odd", """{"name":"x","lists":{"a":["b"]},"one":[1,2],"two":[]}""")]
    public async Task Additional_members_are_typed(string type, string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("additional-properties", type, json));

    [Fact]
    public async Task An_object_of_anything_is_a_map() =>
        Assert.Equal(
            "1 True",
            await Sample.RunAsync(
                "additional-properties",
                """var map = await client.GetAnyMapAsync(); return $"{map["a"]} {map["b"]}";""",
                """{"a":1,"b":"True"}"""
            )
        );

    [Fact]
    public async Task Additional_members_are_found_by_name() =>
        Assert.Equal(
            "3",
            await Sample.RunAsync(
                "additional-properties",
                """return $"{Read<Bag>("{\"big\":{\"size\":3}}").AdditionalProperties["big"].Size}";"""
            )
        );

    [Fact]
    public async Task Parts_of_an_allOf_make_one_class() =>
        Assert.Equal(
            """{"name":"Ann","role":"boss","salary":1.5}""",
            await Sample.RunAsync("all-of", """return Write(new Employee { Name = "Ann", Role = EmployeeRole.Boss, Salary = 1.5 });""")
        );

    [Fact]
    public async Task What_a_base_calls_its_own_is_named_after_the_base() =>
        Assert.Equal("b", await Sample.RunAsync("all-of", "return BaseKind.B.Value;"));

    [Fact]
    public async Task An_allOf_of_one_is_that_one() =>
        Assert.Equal(
            "Person Person",
            await Sample.RunAsync(
                "all-of",
                "return $\"{typeof(Both).GetProperty(\"One\")!.PropertyType.Name} {(await client.GetAliasAsync()).GetType().Name}\";"
            )
        );

    [Fact]
    public async Task Types_may_contain_themselves() =>
        Assert.Equal(
            """{"left":{"left":{},"children":[]},"children":[{"byName":{"x":{}}}]}""",
            await Sample.RoundTripAsync("recursive", "Tree", """{"left":{"left":{},"children":[]},"children":[{"byName":{"x":{}}}]}""")
        );

    [Fact]
    public async Task Types_may_contain_each_other() =>
        Assert.Equal(
            """{"odd":{"even":{"odd":{}}}}""",
            await Sample.RoundTripAsync("recursive", "Even", """{"odd":{"even":{"odd":{}}}}""")
        );

    [Theory]
    [InlineData("Event.Type", "app.event")]
    [InlineData("Event.Names", "")]
    public async Task The_only_allowed_value_is_sent_without_being_set(string member, string expected) =>
        Assert.Equal(
            $$"""{"type":"app.event","odd":5,"nullable":"only","names":[]}|{{expected}}""",
            await Sample.RunAsync(
                "constants",
                $$"""var value = new Event { Odd = 5, Nullable = "only", Names = [] }; return $"{Write(value)}|{string.Concat(value.{{member.Split('.')[1]}})}";"""
            )
        );

    [Theory]
    [InlineData("Type", "String False")]
    [InlineData("Optional", "EventOptional? True")]
    [InlineData("Nullable", "EventNullable? True")]
    public async Task A_required_member_with_one_value_is_no_type_and_is_not_set(string member, string expected) =>
        Assert.Equal(
            expected,
            await MemberTypes.OfAsync("constants", "Event", member)
                + await Sample.RunAsync("constants", $"""return " " + typeof(Event).GetProperty("{member}")!.CanWrite;""")
        );

    [Fact]
    public async Task Another_value_than_the_only_one_is_kept() =>
        Assert.Equal(
            """{"type":"newer","odd":5,"names":[]}""",
            await Sample.RoundTripAsync("constants", "Event", """{"type":"newer","odd":5,"names":[]}""")
        );

    [Theory]
    [InlineData("""{"name":null,"other":null,"mixed":5,"bounded":3}""")]
    [InlineData("""{"name":"a","other":{"id":"x"},"mixed":"five"}""")]
    public async Task Types_of_OpenAPI_31_with_null_are_nullable(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("openapi-31", "Thing", json));
}
