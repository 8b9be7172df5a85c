namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>A small document with a form for its errors.</summary>
internal static class Library
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Library, version: "1" }
        servers: [{ url: https://library.example/v2 }]
        paths:
          /search:
            get:
              operationId: search
              parameters:
                - { name: term, in: query, required: true, schema: { type: string, minLength: 2 } }
                - { name: kinds, in: query, explode: false, schema: { type: array, items: { enum: [book, map] } } }
                - { name: range, in: query, style: deepObject, schema: { $ref: "#/components/schemas/Range" } }
                - { name: X-Trace, in: header, schema: { type: integer } }
                - { name: session, in: cookie, schema: { type: string, maxLength: 4 } }
              responses:
                "200":
                  description: What was found.
                  content: { application/json: { schema: { $ref: "#/components/schemas/Hit" }, example: { title: Walden, year: 1854 } } }
                "400": { $ref: "#/components/responses/Failure" }
          /reports/{name}.pdf:
            get:
              operationId: getReport
              parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: A file., content: { application/pdf: { schema: { type: string, format: binary } } } }
          /reviews:
            post:
              operationId: sendReview
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: "#/components/schemas/Review" } }
                  application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Review" } }
              responses:
                "202":
                  description: Taken.
                  content: { application/json: { schema: { $ref: "#/components/schemas/Receipt" } } }
                "415": { description: Not that type. }
                "422": { $ref: "#/components/responses/Failure" }
          /ping:
            head: { operationId: ping, responses: { "204": { description: Here. } } }
            put: { operationId: wake, responses: { "204": { description: Awake. } } }
        components:
          responses:
            Failure:
              description: What is wrong.
              content: { application/json: { schema: { $ref: "#/components/schemas/Failure" } } }
          schemas:
            Failure:
              type: object
              required: [error]
              properties:
                error:
                  type: object
                  required: [code, message]
                  properties:
                    code: { type: string, enum: [bad_input, other] }
                    message: { type: string }
                    link: { type: string, format: uri }
            Range: { type: object, properties: { from: { type: integer }, to: { type: integer } } }
            Hit: { type: object, required: [title], properties: { title: { type: string }, year: { type: integer, minimum: 1500 } } }
            Review:
              type: object
              required: [stars, by, id]
              additionalProperties: false
              properties:
                id: { type: string, readOnly: true }
                stars: { type: integer, minimum: 1, maximum: 5 }
                by: { type: string }
                secret: { type: string, writeOnly: true }
                tags: { type: array, items: { type: string } }
            Receipt:
              type: object
              required: [number, at, code, kind]
              properties:
                number: { type: integer, exclusiveMinimum: 10, exclusiveMaximum: 12 }
                at: { type: string, format: date-time }
                code: { type: string, pattern: "^[A-Z]{2}-[0-9]{4,6}$" }
                share: { type: number, minimum: 0.25, maximum: 0.5 }
                kind: { oneOf: [{ $ref: "#/components/schemas/Paper" }, { $ref: "#/components/schemas/Digital" }], discriminator: { propertyName: form } }
            Paper: { type: object, required: [form, weight], properties: { form: { const: Paper }, weight: { type: integer, multipleOf: 25 } } }
            Digital: { type: object, required: [form, url], properties: { form: { const: Digital }, url: { type: string, format: uri } } }
        """;
}
