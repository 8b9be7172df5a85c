namespace KoreXo.Generator.Tests.Emit;

/// <summary>What the emitted code says about itself: names, attributes, scopes.</summary>
public sealed class MetadataTests
{
    private const string Scopes = """
        var needs = typeof(SampleClient).GetMethod("Get" + name + "Async")!.GetCustomAttributes(typeof(RequiresScopesAttribute), false).Cast<RequiresScopesAttribute>();
        return string.Join(" or ", needs.Select(need => need.Credential + "(" + string.Join(" and ", need.AllOf) + ")"));
        """;

    [Theory]
    [InlineData("Default", "oauth(read)")]
    [InlineData("Or", "oauth(read) or second(a and b)")]
    [InlineData("None", "()")]
    [InlineData("Maybe", "() or oauth(write)")]
    [InlineData("ByKey", "")]
    [InlineData("Empty", "()")]
    [InlineData("Both", "oauth(read)")]
    [InlineData("And", "oauth(read and write)")]
    [InlineData("Basic", "")]
    [InlineData("OnlyEmpty", "()")]
    [InlineData("Undeclared", "nobody(x)")]
    [InlineData("UndeclaredKey", "")]
    [InlineData("UndeclaredOr", "oauth(read) or nobody()")]
    [InlineData("UndeclaredAnd", "oauth(read)")]
    [InlineData("UndeclaredScope", "oauth(reed)")]
    [InlineData("UnknownType", "odd(x)")]
    public async Task Security_becomes_scopes(string name, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("security", $"var name = \"{name}\";\n{Scopes}"));

    [Fact]
    public async Task Scopes_of_OAuth_flows_are_known() =>
        Assert.Equal(
            "admin,read,write",
            await Sample.RunAsync(
                "security",
                "return string.Join(\",\", typeof(SampleClient).Assembly.GetCustomAttributes(typeof(KnownScopeAttribute), false).Cast<KnownScopeAttribute>().Select(scope => scope.Name));"
            )
        );

    [Fact]
    public async Task The_credential_goes_where_the_document_says() =>
        Assert.Equal("Bearer token", (await Sample.RequestAsync("security", "await client.GetDefaultAsync();")).Headers["Authorization"]);

    [Fact]
    public async Task A_variant_has_scopes_of_its_own() =>
        Assert.Equal(
            "admin(Languages)",
            await Sample.RunAsync("variants", Scopes.Replace("\"Get\" + name", "\"DisableLanguage\"", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("ClassAsync", "class GET /class/{class}/{Class}")]
    [InlineData("SendOperationAsync", "send GET /send")]
    [InlineData("GetTagsV1NowAsync", "get (tags) <v1> # now GET /tag(s)#x")]
    [InlineData("GetNoIdByAbxAsync", "getNoIdByABX GET /no-id/{a.b}/x")]
    public async Task A_method_tells_its_operation(string method, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "names",
                $$"""
                var operation = typeof(SampleClient).GetMethods().Single(method => method.Name == "{{method}}").GetCustomAttributes(typeof(ApiOperationAttribute), false).Cast<ApiOperationAttribute>().Single();
                return $"{operation.OperationId} {operation.Method} {operation.Path}";
                """
            )
        );

    [Fact]
    public async Task Names_that_fold_together_stay_apart() =>
        Assert.Equal(
            """{"class":"1","Class":"2","CLASS":"3","1st":"4","":"5"," ":"6","Feature Name ":"7","a/b":"8","a~b":"9","日本":"10","a\"b\\c\nd":"11"}""",
            await Sample.RoundTripAsync(
                "names",
                "Class",
                """{"class":"1","Class":"2","CLASS":"3","1st":"4","":"5"," ":"6","Feature Name ":"7","a/b":"8","a~b":"9","日本":"10","a\"b\\c\nd":"11"}"""
            )
        );

    [Fact]
    public async Task No_member_with_a_name_goes_to_the_unknown_ones() =>
        Assert.Equal(
            "0",
            await Sample.RunAsync(
                "names",
                """return $"{Read<Class>("{\"foo\":null,\"fooIsNull\":true,\"toString\":\"x\",\"extensionData\":\"y\",\"Feature Name \":\"z\"}").ExtensionData.Count}";"""
            )
        );

    [Fact]
    public async Task Members_that_differ_by_case_are_read_each() =>
        Assert.Equal(
            "1 2 3",
            await Sample.RunAsync(
                "names",
                """var value = new Class { ClassValue = "1", ClassValue2 = "2", ClassValue3 = "3" }; return $"{value.ClassValue} {value.ClassValue2} {value.ClassValue3}";"""
            )
        );

    [Theory]
    [InlineData("typeof(SampleClient).GetMethod(\"OldCallAsync\")", "True")]
    [InlineData("typeof(Old)", "True")]
    [InlineData("typeof(Old).GetProperty(\"Nick\")", "True")]
    [InlineData("typeof(Old).GetProperty(\"Name\")", "False")]
    [InlineData("typeof(OldKind)", "True")]
    [InlineData("typeof(OldAnswer)", "True")]
    public async Task Deprecated_things_are_obsolete_unless_they_must_be_set(string member, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync("deprecated", $"return $\"{{Attribute.IsDefined({member}!, typeof(ObsoleteAttribute))}}\";")
        );
}
