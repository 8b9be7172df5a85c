using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What is said of a document as a whole: its names, settings and addresses.</summary>
public sealed class DocumentReaderTests
{
    private static readonly DocumentOptions None = new(null, null, null, default, default, "");

    [Theory]
    [InlineData("pets.yaml", "PetsClient Pets Pets")]
    [InlineData("a/b/data-tables.openapi.yml", "DataTablesClient DataTables DataTables")]
    [InlineData("1password.yaml", "_1passwordClient _1password _1password")]
    [InlineData("API.yaml", "ApiClient Api Api")]
    [InlineData("Kunden Verträge.yaml", "KundenVerträgeClient KundenVerträge KundenVerträge")]
    public void A_client_is_named_after_its_file(string path, string expected) =>
        Assert.Equal(expected, Describe(Parse(path, None).Model!));

    [Theory]
    [InlineData("Zoo", "Zoo Zoo")]
    [InlineData("ZooClient", "ZooClient Zoo")]
    [InlineData("Client", "Client Client")]
    [InlineData("zooclient", "zooclient zooclient")]
    [InlineData("Zoo Client", "ZooClient Zoo")]
    [InlineData("class", "Class Class")]
    [InlineData("record", "Record Record")]
    [InlineData("1Zoo", "_1Zoo _1Zoo")]
    [InlineData("Zoo.Client", "ZooClient Zoo")]
    public void A_client_name_is_used_as_it_is_or_as_a_name(string name, string expected)
    {
        var model = Parse("pets.yaml", None with { ClientName = name }).Model!;

        Assert.Equal(expected, $"{model.ClientName} {model.Stem}");
    }

    [Theory]
    [InlineData(null, "", "Pets")]
    [InlineData(null, "Contoso", "Contoso.Pets")]
    [InlineData("My.Pets", "Contoso", "My.Pets")]
    [InlineData("my-pets.v1", "", "MyPets.v1")]
    [InlineData("a.class", "", "a.@class")]
    [InlineData("a..b.", "", "a.b")]
    public void A_namespace_is_that_of_the_item_or_of_the_project(string? ns, string root, string expected) =>
        Assert.Equal(expected, Parse("pets.yaml", None with { Namespace = ns, RootNamespace = root }).Model!.Namespace);

    [Theory]
    [InlineData(".")]
    [InlineData("...")]
    public void A_namespace_without_a_name_is_reported(string ns)
    {
        var result = Parse("pets.yaml", None with { Namespace = ns });

        Assert.Equal("Pets", result.Model!.Namespace);
        Assert.Equal([$"KXO2011: Namespace '{ns}'; a C# namespace"], Problems(result));
    }

    [Theory]
    [InlineData("ClientName", "a b", "KXO2011: ClientName 'a b'; a C# name")]
    [InlineData("Registration", "a b", "KXO2011: Registration 'a b'; a C# name")]
    [InlineData("Registration", "*", "")]
    [InlineData("Registration", "Use*Api", "")]
    [InlineData("Registration", "**", "")]
    [InlineData("Registration", "new", "KXO2011: Registration 'new'; a C# name")]
    [InlineData("Accessibility", "Public", "KXO2011: Accessibility 'Public'; 'public' or 'internal'")]
    [InlineData("Accessibility", "private", "KXO2011: Accessibility 'private'; 'public' or 'internal'")]
    [InlineData("Accessibility", "internal", "")]
    [InlineData("Grouping", "tags", "KXO2011: Grouping 'tags'; 'Tag' or 'None'")]
    [InlineData("StringFormats", "uuid", "")]
    [InlineData("StringFormats", "UUID", "KXO2011: StringFormats 'UUID'; one of uuid, guid, uri, time, duration and *")]
    [InlineData("StringFormats", "date", "KXO2011: StringFormats 'date'; one of uuid, guid, uri, time, duration and *")]
    public void A_setting_that_means_nothing_is_reported(string name, string value, string expected)
    {
        var options = name switch
        {
            "ClientName" => None with { ClientName = value },
            "Registration" => None with { Registration = value },
            "Accessibility" => None with { Accessibility = value },
            "Grouping" => None with { Grouping = value },
            _ => None with { StringFormats = new[] { value } },
        };

        Assert.Equal(expected.Length == 0 ? [] : [expected], Problems(Parse("pets.yaml", options)));
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_reported_with_the_one_that_was_meant() =>
        Assert.Equal(
            ["KXO2011: 'Tag'; 'Tags'", "KXO2011: 'Client'; 'ClientName'"],
            Problems(Parse("pets.yaml", None with { Mistakes = new[] { ("Tag", "Tags"), ("Client", "ClientName") } }))
        );

    [Theory]
    [InlineData(null, "AddPetsClient")]
    [InlineData("AddZoo", "AddZoo")]
    [InlineData("Add*Api", "AddPetsApi")]
    [InlineData("a b", "AddPetsClient")]
    public void A_registration_has_the_name_of_the_client_or_of_the_item(string? name, string expected) =>
        Assert.Equal(expected, Parse("pets.yaml", None with { Registration = name }).Model!.Registration);

    [Theory]
    [InlineData("info: { title: Pet shop, description: Sells pets. }", "Pet shop|Sells pets.")]
    [InlineData("info: { title: Pet shop }", "Pet shop|")]
    [InlineData("info: { title: 5 }", "Pets|")]
    [InlineData("info: none", "Pets|")]
    [InlineData("x-none: 5", "Pets|")]
    public void The_title_is_that_of_the_document_or_of_the_file(string info, string expected)
    {
        var model = Parse("pets.yaml", None, $"openapi: 3.1.0\n{info}\npaths: {{}}").Model!;

        Assert.Equal(expected, $"{model.Title}|{model.Description}");
    }

    [Theory]
    [InlineData("N", "PetsClient", "N.Pets")]
    [InlineData("N.Pets", "PetsClient", "N.Pets")]
    [InlineData("Pets", "PetsClient", "Pets")]
    [InlineData("MyPets", "PetsClient", "MyPets.Pets")]
    public void Files_do_not_repeat_the_name_of_the_namespace(string ns, string client, string expected) =>
        Assert.Equal(expected, Parse("x.yaml", None with { Namespace = ns, ClientName = client }).Model!.HintName);

    [Fact]
    public void A_document_of_components_alone_has_neither_operations_nor_types()
    {
        var model = Parse("x.yaml", None, "openapi: 3.1.0\ncomponents: { schemas: { A: { properties: { a: {} } } } }").Model!;

        Assert.Empty(model.Operations);
        Assert.Empty(model.Types);
    }

    private static string Describe(DocumentModel model) => $"{model.ClientName} {model.Stem} {model.Namespace}";

    private static ParseResult Parse(string path, DocumentOptions options, string text = "openapi: 3.1.0\npaths: {}") =>
        SpecParser.Parse(path, text, options, CancellationToken.None);

    private static IEnumerable<string> Problems(ParseResult result) =>
        result.Problems.Select(static (SpecProblem problem) => $"{problem.RuleId}: {problem.First}; {problem.Second}");
}
