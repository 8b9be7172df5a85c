using KoreXo.OpenApi.Bundling;

namespace KoreXo.Generator.Tests.Bundling;

/// <summary>What a value of a document is, by where it is.</summary>
public sealed class SpecRolesTests
{
    [Theory]
    [InlineData("", "Document")]
    [InlineData("/paths/~1a", "Path")]
    [InlineData("/x-webhooks/ping", "Path")]
    [InlineData("/components/pathItems/P/query", "Operation")]
    [InlineData("/paths/~1a/additionalOperations/COPY", "Operation")]
    [InlineData("/paths/~1a/get/parameters/0", "Parameter")]
    [InlineData("/paths/~1a/parameters/0/schema", "Schema")]
    [InlineData("/paths/~1a/get/requestBody/content/application~1json", "Media")]
    [InlineData("/paths/~1a/get/responses/200/content/a/itemSchema/items", "Schema")]
    [InlineData("/paths/~1a/get/responses/200/headers/X/schema", "Schema")]
    [InlineData("/paths/~1a/get/callbacks/done", "Callback")]
    [InlineData("/paths/~1a/get/callbacks/done/{$url}/post", "Operation")]
    [InlineData("/components/schemas/A/properties/items", "Schema")]
    [InlineData("/components/schemas/properties/properties/properties", "Schema")]
    [InlineData("/components/schemas/A/allOf/0/additionalProperties", "Schema")]
    [InlineData("/components/schemas/A/patternProperties/x", "Schema")]
    [InlineData("/components/schemas/A/dependentSchemas/x/then", "Schema")]
    [InlineData("/components/securitySchemes/key", "SecurityScheme")]
    [InlineData("/securityDefinitions/key", "SecurityScheme")]
    [InlineData("/definitions/A", "Schema")]
    [InlineData("/responses/R/schema", "Schema")]
    [InlineData("/components/mediaTypes/M", "Media")]
    [InlineData("/components/examples/E", "None")]
    [InlineData("/components/schemas/A/example/properties/x", "None")]
    [InlineData("/info/title", "None")]
    public void A_pointer_says_what_is_there(string pointer, string role) => Assert.Equal(role, SpecRoles.At(pointer).ToString());

    [Theory]
    [InlineData("Schema", "schemas")]
    [InlineData("Parameter", "parameters")]
    [InlineData("Body", "requestBodies")]
    [InlineData("SecurityScheme", "securitySchemes")]
    [InlineData("Media", "mediaTypes")]
    [InlineData("Path", null)]
    [InlineData("Operation", null)]
    [InlineData("Schemas", null)]
    public void What_can_be_shared_has_a_folder(string role, string? folder) =>
        Assert.Equal(folder, SpecRoles.Folder(Enum.Parse<SpecRole>(role)));
}
