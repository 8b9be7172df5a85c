namespace KoreXo.Generator.Tests.Emit;

public sealed class MethodEmitterTests
{
    [Theory]
    [InlineData("true", "string petId, string size, string language, string session, Pet request, AddPetOptions? options = null")]
    [InlineData("false", "string petId, string size, string language, string session, Pet? request = null, AddPetOptions? options = null")]
    public void Required_values_come_before_the_request_and_the_request_before_the_options(string isRequired, string parameters)
    {
        var run = Sample.Run(
            Sample.Client(
                $$"""
                openapi: 3.0.3
                info: { title: Pets, version: "1" }
                paths:
                  /pets/{petId}:
                    post:
                      operationId: addPet
                      parameters:
                        - { name: session, in: cookie, required: true, schema: { type: string } }
                        - { name: language, in: header, required: true, schema: { type: string } }
                        - { name: color, in: query, schema: { type: string } }
                        - { name: size, in: query, required: true, schema: { type: string } }
                        - { name: petId, in: path, required: true, schema: { type: string } }
                      requestBody: { required: {{isRequired}}, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                      responses: { "204": { description: Added. } }
                components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
                """
            )
        );

        var source = string.Concat(run.Result.GeneratedSources.Select(static source => source.SourceText.ToString()));
        var signature = string.Join(
            " ",
            source.Split("AddPetAsync(")[1].Split(')')[0].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.StartsWith(parameters + ", global::KoreXo.CallOptions? call", signature, StringComparison.Ordinal);
    }
}
