namespace KoreXo.Cli.Tests.Specs;

/// <summary>The names of a union's cases depend on each other, and so does what asks for them.</summary>
public sealed class UnionCaseTests
{
    private const string Old = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        components:
          schemas:
            Payment: { oneOf: [{ $ref: '#/components/schemas/CardPayment' }, { $ref: '#/components/schemas/CashPayment' }] }
            CardPayment: { type: object, required: [number], properties: { number: { type: string } } }
            CashPayment: { type: object, required: [till], properties: { till: { type: string } } }
            Voucher: { type: object, properties: { code: { type: string } } }
            Order: { type: object, properties: { total: { type: number } } }
        paths:
          /vouchers:
            get: { operationId: getVoucher, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Voucher' } } } } } }
          /orders:
            get: { operationId: getOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }
          /payments:
            post: { operationId: pay, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } } }, responses: { "204": { description: ok } } }
        """;

    [Theory]
    [InlineData(
        "schemas/CashPayment' }]",
        "schemas/CashPayment' }, { $ref: '#/components/schemas/Voucher' }]",
        "The case `Voucher` is added."
    )]
    [InlineData(
        "Order: { type: object, properties: {",
        "Order: { type: object, properties: { paid: { $ref: '#/components/schemas/Payment' },",
        "It now occurs in responses."
    )]
    public async Task What_only_adds_breaks_nobody(string from, string to, string text)
    {
        var report = await DiffAsync(Old, Old.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(text, report, StringComparison.Ordinal);
        Assert.Contains("The next version is a **minor** one.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_with_another_name_is_not_called_removed()
    {
        var old = Old.Replace("CardPayment", "CardBill", StringComparison.Ordinal)
            .Replace("CashPayment", "CashBill", StringComparison.Ordinal);
        var report = await DiffAsync(
            old,
            old.Replace("schemas/CashBill' }]", "schemas/CashBill' }, { $ref: '#/components/schemas/Voucher' }]", StringComparison.Ordinal)
        );

        Assert.Contains("The case `Card` is now `CardBill`.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("is removed", report, StringComparison.Ordinal);
        Assert.Contains("The next version is a **major** one.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_case_of_a_response_breaks_Match()
    {
        var received = Old.Replace("schemas/Order'", "schemas/Payment'", StringComparison.Ordinal);
        var report = await DiffAsync(
            received,
            received.Replace(
                "schemas/CashPayment' }]",
                "schemas/CashPayment' }, { $ref: '#/components/schemas/Voucher' }]",
                StringComparison.Ordinal
            )
        );

        Assert.Contains("`Payment.Match`", report, StringComparison.Ordinal);
        Assert.Contains("The next version is a **major** one.", report, StringComparison.Ordinal);
    }

    private static async Task<string> DiffAsync(string from, string to)
    {
        Assert.NotEqual(from, to);
        using var before = new SpecFolder().Write("shop.openapi.yaml", from);
        using var after = new SpecFolder().Write("shop.openapi.yaml", to);
        return (await Korexo.RunAsync("spec", "diff", before.File("shop.openapi.yaml"), after.File("shop.openapi.yaml"))).Output;
    }
}
