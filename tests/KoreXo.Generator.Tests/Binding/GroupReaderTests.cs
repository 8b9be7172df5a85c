using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Clients by tag: their names, and the names of the methods in them.</summary>
public sealed class GroupReaderTests
{
    [Fact]
    public void Groups_come_in_the_order_of_their_operations_with_their_descriptions()
    {
        var model = Bind(
            "/a: { get: { operationId: x, tags: [orders], responses: {} } }, /b: { get: { operationId: y, tags: [pets, orders], responses: {} } }, /c: { get: { operationId: z, responses: {} } }",
            "tags: [{ name: pets, description: All pets. }, { name: orders, description: Orders. }, { name: other }]"
        ).Model;

        Assert.Equal(
            ["Orders OrdersClient Orders.", "Pets PetsClient All pets."],
            model.Groups.Select(static one => $"{one.Name} {one.ClientName} {one.Description}")
        );
        Assert.Equal(["OrdersClient", "PetsClient", null], model.Operations.Select(static one => one.Group));
    }

    [Theory]
    [InlineData("pets", "Pets PetsClient")]
    [InlineData("pet store", "PetStore PetStoreClient")]
    [InlineData("Test", "Test TestClientGroup")]
    [InlineData("TestClient", "TestClientGroup TestClientClient")]
    [InlineData("Connection", "ConnectionGroup ConnectionClient")]
    [InlineData("Dispose", "DisposeGroup DisposeClient")]
    [InlineData("equals", "EqualsGroup EqualsClient")]
    [InlineData("async", "AsyncGroup AsyncClient")]
    [InlineData("ResumeJobs", "ResumeJobsGroup ResumeJobsClient")]
    [InlineData("2023-01", "_202301 _202301Client")]
    [InlineData("🐾", "UD83DUDC3E UD83DUDC3EClient")]
    [InlineData("Haustiere & Co.", "HaustiereCo HaustiereCoClient")]
    public void A_tag_is_a_property_and_a_class(string tag, string expected)
    {
        var group = Bind($"/a: {{ get: {{ operationId: x, tags: ['{tag}'], responses: {{}} }} }}").Model.Groups.Single();

        Assert.Equal(expected, $"{group.Name} {group.ClientName}");
    }

    [Fact]
    public void Tags_of_one_name_in_CSharp_are_one_group() =>
        Assert.Equal(
            ["PetStore"],
            Bind(
                "/a: { get: { operationId: x, tags: [pet-store], responses: {} } }, /b: { get: { operationId: y, tags: [PetStore], responses: {} } }"
            )
                .Model.Groups.Select(static one => one.Name)
        );

    [Fact]
    public void A_description_may_be_that_of_another_spelling() =>
        Assert.Equal(
            "All pets.",
            Bind(
                "/a: { get: { operationId: x, tags: [pet-store], responses: {} } }, /b: { get: { operationId: y, tags: [PetStore], responses: {} } }",
                "tags: [{ name: PetStore, description: All pets. }]"
            )
                .Model.Groups.Single()
                .Description
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("['', ' ']")]
    public void Without_a_tag_an_operation_stays_with_the_client(string tags)
    {
        var model = Bind($"/a: {{ get: {{ operationId: x, tags: {tags}, responses: {{}} }} }}").Model;

        Assert.Empty(model.Groups);
        Assert.Null(model.Operations.Single().Group);
    }

    [Theory]
    [InlineData("petsList", "List")]
    [InlineData("pets_list", "List")]
    [InlineData("PetsList", "List")]
    [InlineData("listPets", "ListPets")]
    [InlineData("pets", "Pets")]
    [InlineData("petsitter", "Petsitter")]
    [InlineData("pets2", "Pets2")]
    public void A_method_does_not_repeat_its_group(string id, string expected) =>
        Assert.Equal(
            expected,
            Bind($"/a: {{ get: {{ operationId: {id}, tags: [pets], responses: {{}} }} }}").Model.Operations.Single().MethodName
        );

    [Fact]
    public void A_shorter_name_that_is_taken_stays_whole() =>
        Assert.Equal(
            ["List", "PetsList", "ListAll"],
            Bind(
                "/a: { get: { operationId: list, tags: [pets], responses: {} } }, /b: { get: { operationId: petsList, tags: [pets], responses: {} } }, /c: { get: { operationId: petsListAll, tags: [pets], responses: {} } }"
            )
                .Model.Operations.Select(static one => one.MethodName)
        );

    [Fact]
    public void One_name_may_be_in_two_groups() =>
        Assert.Equal(
            ["PetsClient.List", "OrdersClient.List"],
            Bind(
                "/a: { get: { operationId: petsList, tags: [pets], responses: {} } }, /b: { get: { operationId: ordersList, tags: [orders], responses: {} } }"
            )
                .Model.Operations.Select(static one => $"{one.Group}.{one.MethodName}")
        );

    [Fact]
    public void Further_forms_of_a_response_are_in_the_group_of_their_operation() =>
        Assert.Equal(
            ["PetsClient.List", "PetsClient.ListAsCsv"],
            Bind(
                "/a: { get: { operationId: petsList, tags: [pets], responses: { '200': { description: Done., content: { application/json: { schema: { type: object } }, text/csv: {} } } } } }"
            )
                .Model.Operations.SelectMany(static one => one.All)
                .Select(static one => $"{one.Group}.{one.MethodName}")
        );

    [Fact]
    public void A_schema_of_the_same_name_gives_way_to_the_client_of_a_tag() =>
        Assert.Equal(
            ["PetsClientModel"],
            Bind(
                "/a: { get: { operationId: x, tags: [pets], responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/PetsClient' } } } } } } }",
                "components: { schemas: { PetsClient: { properties: { a: {} } } } }"
            )
                .Model.Types.Select(static type => type.Name)
        );

    [Theory]
    [InlineData("tag", 1)]
    [InlineData("TAG", 1)]
    [InlineData("None", 0)]
    [InlineData("none", 0)]
    public void Only_the_setting_divides_a_document(string grouping, int expected) =>
        Assert.Equal(expected, Bind("/a: { get: { operationId: x, tags: [pets], responses: {} } }", grouping: grouping).Model.Groups.Count);

    [Fact]
    public void Another_setting_is_reported_and_divides_nothing()
    {
        var document = Bind("/a: { get: { operationId: x, tags: [pets], responses: {} } }", grouping: "Path");

        Assert.Equal(["api/main.yaml(1) KXO2011 : Grouping 'Path'; 'Tag' or 'None'"], document.Problems);
        Assert.Empty(document.Model.Groups);
    }

    private static BoundDocument Bind(string paths, string rest = "", string grouping = "Tag") =>
        BoundDocument.Of($"paths: {{ {paths} }}\n{rest}", BoundDocument.NoOptions with { Grouping = grouping });
}
