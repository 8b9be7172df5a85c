using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Types;

/// <summary>What another case of a choice, or another way to tell the cases apart, means for callers.</summary>
public sealed class UnionComparerTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /pay:
            post:
              operationId: pay
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Voucher" } } } } }
        components:
          schemas:
            Payment:
              oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }]
              discriminator: { propertyName: kind, mapping: { card: "#/components/schemas/Card", cash: "#/components/schemas/Cash" } }
            Card: { type: object, required: [kind, number], properties: { kind: { type: string }, number: { type: string } } }
            Cash: { type: object, required: [kind, till], properties: { kind: { type: string }, till: { type: integer } } }
            Voucher: { type: object, required: [kind], properties: { kind: { type: string }, code: { type: string } } }
        """;

    private const string Settable = "is declared as `public string { get init }` instead of `public string { get }`, and must be set.";

    [Theory]
    [InlineData(
        "mapping: { card:",
        "mapping: { credit:",
        "Field Card.kind None: The member's only value changes from `card` to `credit`. | It is sent without being set.~Shapes Payment None: The case `Card` is identified by `credit` instead of `card`. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "      discriminator: { propertyName: kind, mapping: { card: \"#/components/schemas/Card\", cash: \"#/components/schemas/Cash\" } }\n",
        "",
        $"Field Card.kind Source: The member no longer has only the value `card`. | `Card.Kind` {Settable} It is no longer sent without being set.~Field Cash.kind Source: The member no longer has only the value `cash`. | `Cash.Kind` {Settable} It is no longer sent without being set.~Shapes Payment None: The case `Card` is identified by nothing instead of `card`. | No signature changes, and callers need not change anything.~Shapes Payment None: The case `Cash` is identified by nothing instead of `cash`. | No signature changes, and callers need not change anything.~Shapes Payment None: The cases are distinguished by their JSON only instead of `kind`. | No signature changes."
    )]
    public void How_cases_are_told_apart_is_what_callers_set(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~'), Changed.Lines(Document, from, to));

    [Fact]
    public void A_choice_that_becomes_an_object_has_other_members()
    {
        var change = Assert.Single(
            Changed.Lines(
                Document,
                Document[
                    Document.IndexOf("      oneOf:", StringComparison.Ordinal)..Document.IndexOf("    Card:", StringComparison.Ordinal)
                ],
                "      type: object\n      properties: { amount: { type: integer } }\n"
            ),
            static line => line.Contains(" is an object instead of ", StringComparison.Ordinal)
        );

        Assert.StartsWith("Type Payment Source: It is an object instead of a union. | ", change, StringComparison.Ordinal);
        Assert.Contains("`Payment.Amount`", change, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_is_gone_takes_its_type_with_it()
    {
        var lines = Changed
            .Lines(
                Document,
                ", { $ref: \"#/components/schemas/Cash\" }]\n      discriminator: { propertyName: kind, mapping: { card: \"#/components/schemas/Card\", cash: \"#/components/schemas/Cash\" } }",
                ", { $ref: \"#/components/schemas/Voucher\" }]\n      discriminator: { propertyName: kind, mapping: { card: \"#/components/schemas/Card\", voucher: \"#/components/schemas/Voucher\" } }"
            )
            .ToList();

        Assert.Contains(
            lines,
            static line =>
                line.StartsWith("Shapes Payment Source: The case `Cash` is removed. | ", StringComparison.Ordinal)
                && line.Contains("`Cash`", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            static line =>
                line.StartsWith("Shapes Payment Addition: The case `Voucher` is added. | ", StringComparison.Ordinal)
                && line.EndsWith("Such values were previously `Payment.Unknown`.", StringComparison.Ordinal)
        );
    }
}
