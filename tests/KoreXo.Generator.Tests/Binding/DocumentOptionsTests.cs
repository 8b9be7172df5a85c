using System.Collections.Immutable;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Binding;

public sealed class DocumentOptionsTests
{
    private const string Text = "openapi: 3.0.3\npaths: { /a: { get: { operationId: a, responses: { '204': { description: Done. } } } } }";

    [Theory]
    [InlineData("crm.openapi.yaml", "", "namespace Crm;", "public partial class CrmClient")]
    [InlineData("data-tables.openapi.yaml", "Contoso", "namespace Contoso.DataTables;", "public partial class DataTablesClient")]
    [InlineData("folder/x.json.yaml", "a.class", "namespace a.@class.X;", "public partial class XClient")]
    [InlineData(".yaml", "", "namespace Empty;", "public partial class EmptyClient")]
    public void Names_come_from_the_file(string path, string rootNamespace, string ns, string type)
    {
        var run = GeneratorRun.Start(new KoreXoGenerator(), [new TestDocument(path, Text)], rootNamespace);

        Assert.Contains(ns, run.Source(run.Files[0]), StringComparison.Ordinal);
        Assert.Contains(type, run.Source(run.Files[0]), StringComparison.Ordinal);
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData("Accessibility", "internal", "internal partial class PetsClient")]
    [InlineData("Namespace", "My.Pets", "namespace My.Pets;")]
    [InlineData("ClientName", "Zoo", "public partial class Zoo ")]
    [InlineData("ClientName", "Client", "public partial class Client ")]
    public async Task Settings_of_the_item_win(string name, string value, string expected)
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(new TestDocument("pets.yaml", Text).With(name, value));

        Assert.Contains(expected, run.Source(run.Files[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AddZoo", "AddZoo(")]
    [InlineData("AddContoso*", "AddContosoPets(")]
    public async Task The_registration_has_a_name_of_its_own(string value, string expected)
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(new TestDocument("pets.yaml", Text).With("Registration", value));

        var source = run.Source("Pets.Registration.g.cs");
        Assert.Contains(expected, source, StringComparison.Ordinal);
        Assert.DoesNotContain("AddPetsClient", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registration_that_is_no_name_is_reported()
    {
        var run = GeneratorRun.Start(new KoreXoGenerator(), [new TestDocument("pets.yaml", Text).With("Registration", "Add Zoo")]);

        Assert.Contains(
            run.Diagnostics,
            static text =>
                text.Contains("The OpenApiSpec setting Registration 'Add Zoo' is invalid; use a C# name", StringComparison.Ordinal)
        );
        Assert.Contains("AddPetsClient(", run.Source("Pets.Registration.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_additional_files_are_left_alone() =>
        Assert.Empty(
            GeneratorRun
                .Start(new KoreXoGenerator(), [new TestDocument("pets.yaml", Text, ImmutableDictionary<string, string>.Empty)])
                .Files
        );

    [Fact]
    public async Task Each_document_has_five_files()
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync([new TestDocument("pets.yaml", Text), new TestDocument("bots.yaml", Text)]);

        Assert.Equal(10, run.Files.Count);
    }

    [Theory]
    [InlineData("swagger: '2.0'")]
    [InlineData("swagger: 2.0")]
    [InlineData("openapi: 3.0")]
    [InlineData("openapi: '3.1.1'")]
    public Task Versions_are_taken_with_and_without_quotes(string version) =>
        GeneratorVerifier.VerifyGeneratorAsync(
            new TestDocument(
                "pets.yaml",
                version + "\npaths: { /a: { get: { operationId: a, responses: { '204': { description: Done. } } } } }"
            )
        );
}
