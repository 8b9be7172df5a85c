namespace KoreXo.Cli.Tests.Specs;

/// <summary>What a request must have more than before breaks callers, also where the schema serves responses too.</summary>
public sealed class RequestMemberTests
{
    private const string Old = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        components:
          securitySchemes:
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://shop.example/t, scopes: { read: Read, write: Write } } } }
          schemas:
            Order: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [lines], properties: { note: { type: string }, lines: { type: array, items: { $ref: '#/components/schemas/Line' } } } }] }
            Base: { type: object, properties: { customer: { type: string } } }
            Line: { type: object, required: [sku], properties: { sku: { type: string }, price: { type: number }, tax: { $ref: '#/components/schemas/Tax' } } }
            Tax: { type: object, properties: { rate: { type: number } } }
            Receipt: { type: object, properties: { number: { type: string } } }
        paths:
          /orders:
            get: { operationId: listOrders, parameters: [{ name: state, in: query, schema: { type: string } }, { name: X-Shop, in: header, schema: { type: string } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } } }
            post: { operationId: addOrder, security: [{ oauth: [write] }], requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }, responses: { "201": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Receipt' } } } } } }
        """;

    [Theory]
    [InlineData("Base: { type: object,", "Base: { type: object, required: [customer],", "`Order.Customer`")]
    [InlineData("required: [lines]", "required: [lines, note]", "`Order.Note`")]
    [InlineData("required: [sku]", "required: [sku, price]", "`Line.Price`")]
    [InlineData("Tax: { type: object,", "Tax: { type: object, required: [rate],", "`Tax.Rate`")]
    [InlineData(
        "required: [sku], properties: {",
        "required: [sku, currency], properties: { currency: { type: string },",
        "`Line.Currency` is new and must be set"
    )]
    [InlineData("name: state, in: query,", "name: state, in: query, required: true,", "`ShopClient.ListOrdersAsync`")]
    [InlineData("name: X-Shop, in: header,", "name: X-Shop, in: header, required: true,", "`ShopClient.ListOrdersAsync`")]
    [InlineData("requestBody: {", "requestBody: { required: true,", "`ShopClient.AddOrderAsync`")]
    public async Task A_request_that_needs_more_breaks_its_callers(string from, string to, string member)
    {
        var report = await DiffAsync(from, to);

        Assert.Contains("The next version is a **major** one.", report, StringComparison.Ordinal);
        Assert.Contains(member, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Receipt: { type: object, properties: {",
        "Receipt: { type: object, required: [total], properties: { total: { type: number },"
    )]
    [InlineData("required: [sku], properties: {", "required: [sku], properties: { currency: { type: string },")]
    [InlineData("required: [sku], properties: {", "required: [sku, id], properties: { id: { type: string, readOnly: true },")]
    public async Task What_a_request_need_not_have_breaks_nobody(string from, string to)
    {
        var report = await DiffAsync(from, to);

        Assert.Contains("1 change, 0 breaking", report, StringComparison.Ordinal);
        Assert.Contains("The next version is a **minor** one.", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "security: [{ oauth: [write] }]",
        "security: [{ oauht: [write] }]",
        "A credential of kind `oauth` can no longer call `ShopClient.AddOrderAsync`.",
        "major"
    )]
    [InlineData(
        "security: [{ oauth: [write] }]",
        "security: [{ oauth: [wirte] }]",
        "must be granted `wirte` (oauth); KXO1001 reports where it is missing.",
        "major"
    )]
    [InlineData(
        "security: [{ oauth: [write] }]",
        "x-none: 1",
        "The document no longer states the scopes that `ShopClient.AddOrderAsync` requires, so KXO1001 does not check its callers.",
        "minor"
    )]
    public async Task A_requirement_that_changes_or_goes_is_not_called_harmless(string from, string to, string effect, string version)
    {
        var report = await DiffAsync(from, to);

        Assert.Contains(effect, report, StringComparison.Ordinal);
        Assert.DoesNotContain("still can", report, StringComparison.Ordinal);
        Assert.Contains($"The next version is a **{version}** one.", report, StringComparison.Ordinal);
    }

    private static async Task<string> DiffAsync(string from, string to)
    {
        Assert.Contains(from, Old, StringComparison.Ordinal);
        using var before = new SpecFolder().Write("shop.openapi.yaml", Old);
        using var after = new SpecFolder().Write("shop.openapi.yaml", Old.Replace(from, to, StringComparison.Ordinal));
        return (await Korexo.RunAsync("spec", "diff", before.File("shop.openapi.yaml"), after.File("shop.openapi.yaml"))).Output;
    }
}
