using KoreXo.Generator.Options;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Requests that the service sends: webhooks of the document and callbacks of its operations.</summary>
public sealed class WebhookReaderTests
{
    private const string Body = "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }";
    private const string Pet = "components: { schemas: { Pet: { properties: { name: {} } } } }";

    [Theory]
    [InlineData("newPet: { post: { " + Body + " } }", "newPet NewPet POST Pet")]
    [InlineData("pet.created: { put: { " + Body + " } }", "pet.created PetCreated PUT Pet")]
    [InlineData("newPet: { post: { requestBody: { content: { '*/*': {} } } } }", "newPet NewPet POST Any")]
    [InlineData(
        "newPet: { post: { requestBody: { content: { application/vnd.a+json: { schema: { type: string } } } } } }",
        "newPet NewPet POST String"
    )]
    [InlineData(
        "newPet: { post: { requestBody: { content: { text/csv: {}, application/json: { schema: { type: integer } } } } } }",
        "newPet NewPet POST Int64"
    )]
    [InlineData("equals: { post: { " + Body + " } }", "equals EqualsPost POST Pet")]
    [InlineData(
        "newPet: { post: { requestBody: { content: { application/json: { schema: { properties: { a: {} } } } } } } }",
        "newPet NewPet POST NewPetWebhook"
    )]
    public void A_webhook_has_a_name_and_a_type(string webhook, string expected)
    {
        var found = BoundDocument.Of($"webhooks: {{ {webhook} }}\n{Pet}").Model.Webhooks.Single();

        Assert.Equal(expected, $"{found.Id} {found.Name} {found.Verb} {BoundDocument.Describe(found.Type)}");
    }

    [Fact]
    public void Several_methods_of_one_webhook_are_told_apart() =>
        Assert.Equal(
            ["NewPet", "NewPetPut"],
            BoundDocument
                .Of($"webhooks: {{ newPet: {{ post: {{ {Body} }}, put: {{ {Body} }} }} }}\n{Pet}")
                .Model.Webhooks.Select(static one => one.Name)
        );

    [Fact]
    public void Webhooks_of_one_name_in_CSharp_are_told_apart() =>
        Assert.Equal(
            ["NewPet", "NewPetPost", "NewPetPost2"],
            BoundDocument
                .Of(
                    $"webhooks: {{ new-pet: {{ post: {{ {Body} }} }}, new_pet: {{ post: {{ {Body} }} }}, newPet: {{ post: {{ {Body} }} }} }}\n{Pet}"
                )
                .Model.Webhooks.Select(static one => one.Name)
        );

    [Theory]
    [InlineData("get: {}")]
    [InlineData("post: { requestBody: { content: {} } }")]
    [InlineData("post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object } } } } }")]
    public void A_webhook_without_JSON_is_reported(string request)
    {
        var document = BoundDocument.Of($"webhooks: {{ newPet: {{ {request} }} }}");

        Assert.Empty(document.Model.Webhooks);
        Assert.Equal(
            [
                $"api/main.yaml(3) KXO2009 /webhooks/newPet/{request.Split(':')[0]}: The webhook 'newPet', which has no JSON body,; it has no reader; read its request yourself",
            ],
            document.Problems
        );
    }

    [Fact]
    public void The_extension_before_there_was_a_word_is_read() =>
        Assert.Equal(
            "newPet",
            BoundDocument
                .From(
                    $"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\nx-webhooks: {{ newPet: {{ post: {{ {Body} }} }} }}\n{Pet}"
                )
                .Model.Webhooks.Single()
                .Id
        );

    [Fact]
    public void A_webhook_may_be_elsewhere_in_the_document() =>
        Assert.Equal(
            "Pet",
            BoundDocument.Describe(
                BoundDocument
                    .Of(
                        $"webhooks: {{ newPet: {{ $ref: '#/components/pathItems/Shared' }} }}\ncomponents: {{ schemas: {{ Pet: {{ properties: {{ name: {{}} }} }} }}, pathItems: {{ Shared: {{ post: {{ {Body} }} }} }} }}"
                    )
                    .Model.Webhooks.Single()
                    .Type
            )
        );

    [Theory]
    [InlineData(
        "responses: { '200': { description: Done., content: { application/json: { schema: { type: string } } } } }",
        "200 String application/json"
    )]
    [InlineData(
        "responses: { '202': { description: Done., content: { application/a+json: { schema: { type: string } } } } }",
        "202 String application/a+json"
    )]
    [InlineData("responses: { 2XX: { description: Done., content: { application/json: {} } } }", "200 Any application/json")]
    [InlineData("responses: { default: { description: Done., content: { '*/*': {} } } }", "200 Any application/json")]
    [InlineData(
        "responses: { '204': { description: Done. }, '201': { description: Done., content: { application/json: {} } } }",
        "201 Any application/json"
    )]
    [InlineData("responses: { '400': { description: Bad., content: { application/json: {} } } }", "nothing")]
    [InlineData("responses: { '200': { description: Done., content: { text/plain: {} } } }", "nothing")]
    [InlineData("summary: No responses.", "nothing")]
    public void The_application_responds_with_the_first_JSON_success(string responses, string expected)
    {
        var response = BoundDocument
            .Of($"webhooks: {{ newPet: {{ post: {{ {Body}, {responses} }} }} }}\n{Pet}")
            .Model.Webhooks.Single()
            .Response;

        Assert.Equal(
            expected,
            response is null ? "nothing" : $"{response.Status} {BoundDocument.Describe(response.Type)} {response.MediaType}"
        );
    }

    [Theory]
    [InlineData("summary: Short., description: Long.", "Short.")]
    [InlineData("description: Long.", "Long.")]
    [InlineData("tags: []", "")]
    public void A_webhook_is_described_by_its_request(string words, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument.Of($"webhooks: {{ newPet: {{ post: {{ {words}, {Body} }} }} }}\n{Pet}").Model.Webhooks.Single().Description
        );

    [Fact]
    public void A_callback_is_named_after_its_operation()
    {
        var document = BoundDocument.Post(
            $"callbacks: {{ onDone: {{ '{{$request.body#/url}}': {{ post: {{ deprecated: true, {Body} }} }} }} }}",
            Pet
        );

        var found = document.Model.Webhooks.Single();
        Assert.Equal(("aOnDone", "AOnDone", true), (found.Id, found.Name, found.IsDeprecated));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Callbacks_of_several_addresses_are_told_apart() =>
        Assert.Equal(
            ["AOnDone", "AOnDonePost"],
            BoundDocument
                .Post($"callbacks: {{ onDone: {{ '{{$url}}/a': {{ post: {{ {Body} }} }}, '{{$url}}/b': {{ post: {{ {Body} }} }} }} }}", Pet)
                .Model.Webhooks.Select(static one => one.Name)
        );

    [Theory]
    [InlineData("newPet", "", "newPet")]
    [InlineData("new*", "", "newPet newOrder")]
    [InlineData("", "pets", "newPet")]
    [InlineData("", "orders", "newOrder")]
    [InlineData("none", "", "")]
    public void Webhooks_are_chosen_like_operations(string operations, string tags, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                BoundDocument
                    .Of(
                        $"webhooks: {{ newPet: {{ post: {{ tags: [pets], {Body} }} }}, newOrder: {{ post: {{ tags: [orders], {Body} }} }} }}\n{Pet}",
                        new DocumentOptions("N", "TestClient", null, List(operations), List(tags), "")
                    )
                    .Model.Webhooks.Select(static one => one.Id)
            )
        );

    private static string[] List(string words) => words.Length == 0 ? [] : words.Split(',');
}
