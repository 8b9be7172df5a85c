namespace KoreXo.Package.Tests;

/// <summary>Documents that a stranger might have.</summary>
internal static class Documents
{
    public const string Pets = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        servers: [{ url: https://pets.example }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              summary: Gets a pet.
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
          /pets:
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: Added. } }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string }
                kind: { type: string, enum: [cat, dog] }
        """;

    public const string Crm = """
        openapi: 3.0.3
        info: { title: Crm, version: '1' }
        paths:
          /contacts/{id}:
            get:
              operationId: getContact
              security: [{ oauth: ['contacts:read'] }]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The contact., content: { application/json: { schema: { $ref: '#/components/schemas/Contact' } } } }
        components:
          schemas:
            Contact: { type: object, properties: { name: { type: string } } }
          securitySchemes:
            oauth:
              type: oauth2
              flows: { clientCredentials: { tokenUrl: https://crm.example/token, scopes: { 'contacts:read': Reads contacts. } } }
        """;

    public const string UsePets = """
        using var canned = new Canned();
        using var http = new HttpClient(canned);
        using var pets = new PetsClient(new KoreXo.KoreXoClientOptions { Endpoint = new Uri("https://pets.example"), Credential = new KoreXo.ApiKeyCredential("k") }, http);
        var pet = await pets.GetPetAsync("1").ConfigureAwait(false);
        Console.WriteLine($"{pet.Name} is a {pet.Kind}, {pet.Kind == PetKind.Cat}");

        internal sealed class Canned : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{\"name\":\"Tom\",\"kind\":\"cat\"}", System.Text.Encoding.UTF8, "application/json") });
        }
        """;
}
