using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The operations of a document, and the id of each.</summary>
public sealed class OperationFinderTests
{
    [Theory]
    [InlineData("/pets: { get: {} }", "getPets")]
    [InlineData("'/pets/{petId}': { delete: {} }", "deletePetsByPetId")]
    [InlineData("'/pets/{pet-id}/photos/{n}': { post: {} }", "postPetsByPetIdPhotosByN")]
    [InlineData("/: { get: {} }", "getU002F")]
    [InlineData("/v1.1/find_pets: { get: {} }", "getV11FindPets")]
    [InlineData("'/pets/{id}:archive': { post: {} }", "postPetsByIdArchive")]
    [InlineData("/pets: { get: { operationId: '' } }", "getPets")]
    [InlineData("/pets: { get: { operationId: list } }", "list")]
    [InlineData("/pets: { additionalOperations: { PURGE: {} } }", "purgePets")]
    [InlineData("/pets: { query: {} }", "queryPets")]
    public void An_operation_without_an_id_is_called_by_method_and_path(string path, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument.From($"openapi: 3.2.0\ninfo: {{ title: T, version: '1' }}\npaths: {{ {path} }}").Model.Operations.Single().Id
        );

    [Fact]
    public void An_id_that_is_taken_is_replaced_by_method_and_path()
    {
        var document = BoundDocument.Of(
            "paths: { /a: { get: { operationId: same }, put: { operationId: same } }, /b: { get: { operationId: putA } } }"
        );

        Assert.Equal(["same", "putA", "getB"], document.Model.Operations.Select(static one => one.Id));
        Assert.Equal(
            ["api/main.yaml(3) KXO2005 /paths/~1a/put: same; putA", "api/main.yaml(3) KXO2005 /paths/~1b/get: putA; getB"],
            document.Problems
        );
    }

    [Fact]
    public void Ids_that_are_one_name_in_CSharp_are_two_methods() =>
        Assert.Equal(
            ["ListPets", "ListPetsOperation", "ListPetsOperation2"],
            BoundDocument
                .Of(
                    "paths: { /a: { get: { operationId: list-pets } }, /b: { get: { operationId: list_pets } }, /c: { get: { operationId: ListPets } } }"
                )
                .Model.Operations.Select(static one => one.Name)
        );

    [Theory]
    [InlineData("send", "SendOperation")]
    [InlineData("equals", "EqualsOperation")]
    [InlineData("api", "ApiOperation")]
    [InlineData("testOperations", "TestOperationsOperation")]
    [InlineData("1st", "_1st")]
    [InlineData("日本", "日本")]
    public void A_method_has_no_name_that_the_client_needs(string id, string expected) =>
        Assert.Equal(expected, BoundDocument.Of($"paths: {{ /a: {{ get: {{ operationId: {id} }} }} }}").Model.Operations.Single().Name);

    [Fact]
    public void Variants_replace_their_operation()
    {
        var document = BoundDocument.Post(
            "x-variants: [{ operationId: b, summary: One. }, { operationId: c }, { operationId: b }, { summary: None. }]"
        );

        Assert.Equal(["b", "c", "b2"], document.Model.Operations.Select(static one => one.Id));
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2006 /paths/~1a/post/x-variants: x-variants; each entry needs an operationId",
                "api/main.yaml(3) KXO2005 /paths/~1a/post/x-variants: b; b2",
            ],
            document.Problems.OrderDescending(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_empty_list_of_variants_is_reported()
    {
        var document = BoundDocument.Post("x-variants: []");

        Assert.Equal(
            ["api/main.yaml(3) KXO2006 /paths/~1a/post/x-variants: x-variants; it has no variants, so that the operation has no method"],
            document.Problems
        );
    }

    [Fact]
    public void A_method_that_HTTP_does_not_have_is_reported()
    {
        var document = BoundDocument.From(
            "openapi: 3.2.0\ninfo: { title: T, version: '1' }\npaths: { /a: { additionalOperations: { 'NO WAY': {}, COPY: {} } } }"
        );

        Assert.Equal(["COPY"], document.Model.Operations.Select(static one => one.Verb));
        Assert.Equal(
            ["api/main.yaml(3) KXO2009 /paths/~1a/additionalOperations/NO WAY: The method 'NO WAY'; the operation is left out"],
            document.Problems
        );
    }

    [Theory]
    [InlineData("[orders, pets]", "orders")]
    [InlineData("['', ' ', pets]", "pets")]
    [InlineData("[5, pets]", "5")]
    [InlineData("[]", null)]
    public void The_tag_is_the_first_that_says_something(string tags, string? expected) =>
        Assert.Equal(expected, BoundDocument.Get($"tags: {tags}").Operation().Tag);
}
