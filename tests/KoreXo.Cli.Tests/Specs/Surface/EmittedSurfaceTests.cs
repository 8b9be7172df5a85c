using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Surface;
using KoreXo.Generator.Emit;

namespace KoreXo.Cli.Tests.Specs.Surface;

/// <summary>The public members of an emitted client: what callers can see, and nothing else.</summary>
public sealed class EmittedSurfaceTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            post:
              operationId: addOrder
              parameters: [{ name: dryRun, in: query, schema: { type: boolean } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
        webhooks:
          paid: { post: { requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { "204": { description: Taken. } } } }
        components:
          schemas:
            Order: { type: object, required: [sku], properties: { sku: { type: string }, size: { type: string, enum: [s, m] } } }
            Payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: string }] }
            Card: { type: object, required: [no], properties: { no: { type: string } } }
        """;

    [Theory]
    [InlineData("ShopClient", null)]
    [InlineData("ShopClient.AddOrderAsync", "ShopClient")]
    [InlineData("AddOrderOptions.DryRun", "AddOrderOptions")]
    [InlineData("Order.Sku", "Order")]
    [InlineData("OrderSize.S", "OrderSize")]
    [InlineData("Payment.Card", "Payment")]
    [InlineData("Payment.Match", "Payment")]
    [InlineData("ShopWebhooks.Paid", "ShopWebhooks")]
    public void What_callers_use_is_a_member_with_its_owner(string key, string? owner) => Assert.Equal(owner, Read()[key].Owner);

    [Theory]
    [InlineData("Order.Sku", true)]
    [InlineData("Order.Size", false)]
    [InlineData("AddOrderOptions.DryRun", false)]
    public void Only_required_members_must_be_set(string key, bool mustBeSet) => Assert.Equal(mustBeSet, Read()[key].MustBeSet);

    [Fact]
    public void A_method_has_its_parameters_one_by_one_and_a_short_text_without_the_last_two()
    {
        var method = Read()["ShopClient.AddOrderAsync"];

        Assert.Equal(4, method.Parameters.Count);
        Assert.Equal("Order request, AddOrderOptions? options = null", method.Takes);
        Assert.Equal("Task<Payment>", method.Returns);
        Assert.Equal("Task<Payment> AddOrderAsync(Order request, AddOrderOptions? options = null)", method.Display);
    }

    [Fact]
    public void A_declaration_has_single_spaces() =>
        Assert.All(Read().Values, static member => Assert.DoesNotContain("  ", member.Head, StringComparison.Ordinal));

    [Fact]
    public void Nothing_of_it_is_internal_or_private()
    {
        var surface = Read();

        Assert.DoesNotContain(surface.Values, static member => member.Head.StartsWith("internal", StringComparison.Ordinal));
        Assert.DoesNotContain(surface.Values, static member => member.Head.StartsWith("private", StringComparison.Ordinal));
        Assert.All(surface, static pair => Assert.Equal(pair.Key, pair.Value.Key));
        Assert.All(surface.Values, member => Assert.True(member.Owner is null || surface.ContainsKey(member.Owner), member.Key));
    }

    [Fact]
    public void A_document_without_operations_has_no_surface() =>
        Assert.Empty(EmittedSurface.Read(Context("{\"openapi\":\"3.0.3\",\"paths\":{}}"), default));

    [Fact]
    public void Two_documents_with_the_same_members_have_the_same_surface() =>
        Assert.Empty(
            SurfaceDiff.Compare(
                Read(),
                EmittedSurface.Read(Context(Document.Replace("no: {", "no: { description: No.,", StringComparison.Ordinal)), default)
            )
        );

    [Fact]
    public void The_members_of_a_type_that_is_gone_are_not_reported_beside_it() =>
        Assert.Equal(
            ["Card", "Payment", "ShopClient.AddOrderAsync"],
            SurfaceDiff
                .Compare(
                    Read(),
                    EmittedSurface.Read(
                        Context(
                            Document.Replace(
                                "responses: { \"200\": { description: ok, content: { application/json: { schema: { $ref: \"#/components/schemas/Payment\" } } } } }",
                                "responses: { \"204\": { description: ok } }",
                                StringComparison.Ordinal
                            )
                        ),
                        default
                    )
                )
                .Keys
        );

    private static IReadOnlyDictionary<string, SurfaceMember> Read() => EmittedSurface.Read(Context(Document), default);

    private static EmitContext Context(string text) =>
        new(SpecLoader.Read("shop.yaml", "shop.yaml", text, TextWriter.Null, default).Model, default);
}
