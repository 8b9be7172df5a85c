namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>A small document whose resources have ids of all kinds.</summary>
internal static class Crm
{
    public const string Document = """
        openapi: 3.0.3
        info: { title: CRM, version: "1" }
        paths:
          /customers:
            get:
              operationId: listCustomers
              parameters:
                - { name: page, in: query, schema: { type: integer, minimum: 1 } }
                - { name: size, in: query, schema: { type: integer, minimum: 1 } }
                - { name: city, in: query, schema: { type: string } }
              x-paging: { style: page, in: query, position: page, size: size, start: 1, maxSize: 10, items: /customers, more: /more, total: /total }
              responses: { "200": { description: A page., content: { application/json: { schema: { $ref: "#/components/schemas/Customers" } } } } }
            post:
              operationId: createCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewCustomer" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
          /customers/{customerId}:
            parameters: [{ name: customerId, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getCustomer
              responses:
                "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } }
                "404": { description: None., content: { application/json: { schema: { $ref: "#/components/schemas/Failure" } } } }
            put:
              operationId: replaceCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewCustomer" } } } }
              responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
            patch:
              operationId: changeCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/CustomerChange" } } } }
              responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
            delete: { operationId: deleteCustomer, responses: { "204": { description: Gone. } } }
          /customers/{customer}/orders:
            parameters: [{ name: customer, in: path, required: true, schema: { type: string } }]
            get:
              operationId: listOrders
              responses: { "200": { description: All., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } }
            post:
              operationId: createOrder
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
              responses: { "200": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
          /customers/{customer_id}/orders/{number}:
            parameters:
              - { name: customer_id, in: path, required: true, schema: { type: string } }
              - { name: number, in: path, required: true, schema: { type: integer } }
            get:
              operationId: getOrder
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
            delete: { operationId: cancelOrder, responses: { "200": { description: Gone., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
          /customers/{customerId}/score:
            get:
              operationId: getScore
              parameters: [{ name: customerId, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: A guess., content: { application/json: { schema: { type: object, required: [score], properties: { score: { type: integer } } } } } } }
          /labels/{name}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string, pattern: "^[a-z]+$" } }]
            get:
              operationId: getLabel
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } } }
            put:
              operationId: putLabel
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [color], properties: { color: { enum: [red, green] } } } } } }
              responses:
                "200": { description: Changed., content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } }
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } }
            delete: { operationId: removeLabel, responses: { "204": { description: Gone. } } }
          /notes:
            get:
              operationId: listNotes
              parameters: [{ name: after, in: query, schema: { type: string } }]
              x-paging: { style: cursor, in: query, position: after, maxSize: 3, items: /data, more: /next }
              responses: { "200": { description: Some., content: { application/json: { schema: { type: object, required: [data], properties: { data: { type: array, items: { $ref: "#/components/schemas/Note" } }, next: { type: string, nullable: true } } } } } } }
            post:
              operationId: createNote
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [note], properties: { note: { $ref: "#/components/schemas/Note" } } } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { type: object, required: [note], properties: { note: { $ref: "#/components/schemas/Note" } } } } } } }
          /notes/{id}:
            get:
              operationId: getNote
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { "200": { description: One., content: { application/json: { schema: { type: object, required: [note], properties: { note: { $ref: "#/components/schemas/Note" } } } } } } }
          /stats/{day}:
            get:
              operationId: getStats
              parameters: [{ name: day, in: path, required: true, schema: { type: string, format: date } }]
              responses: { "200": { description: Numbers., content: { application/json: { schema: { type: object, required: [day], properties: { day: { type: string, format: date } } } } } } }
        components:
          schemas:
            Failure: { type: object, required: [message], properties: { message: { type: string } } }
            NewCustomer:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 1 }
                city: { type: string }
                vip: { type: boolean, default: false }
                password: { type: string }
            CustomerChange: { type: object, properties: { name: { type: string, minLength: 1 }, city: { type: string, nullable: true } } }
            Customer:
              type: object
              required: [id, name, createdAt]
              properties:
                id: { type: string }
                name: { type: string }
                city: { type: string }
                vip: { type: boolean }
                createdAt: { type: string, format: date-time }
                updatedAt: { type: string, format: date-time }
            CustomerSummary: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            Customers:
              type: object
              required: [customers, total, more]
              properties:
                customers: { type: array, items: { $ref: "#/components/schemas/CustomerSummary" } }
                total: { type: integer }
                more: { type: boolean }
            Order:
              type: object
              required: [number, customerId, lines]
              properties:
                number: { type: integer, readOnly: true, minimum: 1000 }
                customerId: { type: string, readOnly: true }
                state: { type: string, enum: [open, paid], readOnly: true }
                lines: { type: array, minItems: 1, items: { type: object, required: [sku], properties: { sku: { type: string }, count: { type: integer, minimum: 1 } } } }
            Label: { type: object, required: [name, color], properties: { name: { type: string }, color: { enum: [red, green] } } }
            Note: { type: object, required: [id, text], properties: { id: { type: string, format: uuid, readOnly: true }, text: { type: string } } }
        """;
}
