namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>A small document whose resources have members of all kinds.</summary>
internal static class Desk
{
    public const string Document = """
        openapi: 3.0.3
        info: { title: Desk, version: "1" }
        paths:
          /tickets:
            get:
              operationId: listTickets
              responses: { "200": { description: All., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Ticket" } } } } } }
            post:
              operationId: createTicket
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } }
            put:
              operationId: replaceAnyTicket
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
              responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } }
          /tickets/{number}:
            parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
            get:
              operationId: getTicket
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } }
            put:
              operationId: putTicket
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
              responses:
                "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
            patch:
              operationId: changeTicket
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/TicketChange" } } } }
              responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } }
            delete:
              operationId: deleteTicket
              responses: { "204": { description: Gone., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } }
          /tickets/{ticket}/comments:
            parameters: [{ name: ticket, in: path, required: true, schema: { type: integer } }]
            post:
              operationId: addComment
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } } }
            get:
              operationId: listComments
              responses: { "200": { description: All., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Comment" } } } } } }
          /tickets/{ticket}/comments/{id}.json:
            parameters:
              - { name: ticket, in: path, required: true, schema: { type: integer } }
              - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getComment
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } } }
            post:
              operationId: editComment
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } }
              responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } } }
            delete:
              operationId: deleteComment
              responses: { "200": { description: Gone., content: { application/json: { schema: { type: object, required: [id, deleted], properties: { id: { type: string }, deleted: { type: boolean } } } } } } }
        components:
          schemas:
            Ticket:
              type: object
              required: [number, title, owner]
              properties:
                number: { type: integer, minimum: 1 }
                title: { type: string, minLength: 1 }
                owner: { type: string, nullable: true }
                due: { type: string, format: date, nullable: true, default: "2026-12-31" }
                priority: { type: integer, default: 3, nullable: true }
                tags: { type: array, items: { type: string } }
                note: { type: string }
                pin: { type: string, writeOnly: true }
                state: { type: string, enum: [open, done], readOnly: true }
                created_at: { type: string, format: date-time, readOnly: true }
                lastModifiedAt: { type: string, format: date-time, readOnly: true }
              additionalProperties: { type: integer }
            TicketChange:
              type: object
              properties:
                number: { type: integer }
                title: { type: string, minLength: 1 }
                owner: { type: string, nullable: true }
                priority: { type: integer, nullable: true }
                note: { type: string, nullable: true }
                pin: { type: string }
                state: { type: string }
              additionalProperties: { type: integer, nullable: true }
            Comment:
              type: object
              required: [id, text]
              properties:
                id: { type: string, readOnly: true }
                ticketId: { type: integer, readOnly: true }
                text: { type: string }
        """;
}
