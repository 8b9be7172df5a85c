using KoreXo.Generator.Binding;
using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Null in all the ways that documents write it, and what is behind references, choices with null and an allOf of one.</summary>
public sealed class WrapperReaderTests
{
    private const string Shared =
        "Pet: { type: object, properties: { name: { type: string } } }, Maybe: { type: [string, 'null'] }, Nothing: { type: 'null' }, Alias: { $ref: '#/components/schemas/Maybe' }, Kind: { type: string, enum: [a, b] }, Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] }";

    [Theory]
    [InlineData("{ type: string }", false)]
    [InlineData("{ type: string, nullable: true }", true)]
    [InlineData("{ type: string, nullable: false }", false)]
    [InlineData("{ type: string, nullable: 'true' }", true)]
    [InlineData("{ type: string, x-nullable: true }", true)]
    [InlineData("{ type: [string, 'null'] }", true)]
    [InlineData("{ type: ['null', string] }", true)]
    [InlineData("{ type: [string, null] }", true)]
    [InlineData("{ type: 'null' }", true)]
    [InlineData("{ enum: [a, null] }", true)]
    [InlineData("{ type: string, enum: [a, null] }", true)]
    [InlineData("{ const: null }", true)]
    [InlineData("{ oneOf: [{ type: string }, { type: 'null' }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: null }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { nullable: true }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { const: null }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { enum: [null] }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Nothing' }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Maybe' }] }", true)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", false)]
    [InlineData("{ oneOf: [{ anyOf: [{ type: 'null' }, { type: string }] }, { type: integer }] }", true)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }] }", false)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }], nullable: true }", true)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { nullable: true }] }", true)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Maybe' }] }", true)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Maybe' }, { type: string }] }", false)]
    [InlineData("{ $ref: '#/components/schemas/Maybe' }", true)]
    [InlineData("{ $ref: '#/components/schemas/Alias' }", true)]
    [InlineData("{ $ref: '#/components/schemas/Pet' }", false)]
    [InlineData("{ $ref: '#/components/schemas/Pet', nullable: true }", true)]
    [InlineData("{ $ref: '#/components/schemas/Loop' }", false)]
    [InlineData("{ if: {}, then: { type: string } }", false)]
    [InlineData("{}", false)]
    public void Null_is_recognized_in_every_spelling(string schema, bool expected)
    {
        var (wrappers, site) = Read(schema);

        Assert.Equal(expected, wrappers.IsNullable(site));
    }

    [Theory]
    [InlineData("{ type: string }", "/components/schemas/S")]
    [InlineData("{ $ref: '#/components/schemas/Pet' }", "/components/schemas/Pet")]
    [InlineData("{ $ref: '#/components/schemas/Alias' }", "/components/schemas/Maybe")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }], description: The pet. }", "/components/schemas/Pet")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }", "/components/schemas/Pet")]
    [InlineData("{ anyOf: [{ type: 'null' }, { allOf: [{ $ref: '#/components/schemas/Pet' }] }] }", "/components/schemas/Pet")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", "/components/schemas/S")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }", "/components/schemas/S")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }], properties: { age: { type: integer } } }", "/components/schemas/S")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Loop' }] }", "/components/schemas/Loop")]
    public void What_is_behind_wrappers_is_found(string schema, string expected)
    {
        var (wrappers, site) = Read(schema);

        Assert.Equal(expected, wrappers.Unwrap(site).Pointer);
    }

    [Theory]
    [InlineData("{ oneOf: [{ type: string }, { type: 'null' }, { type: integer }] }", 2)]
    [InlineData("{ oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Nothing' }] }", 0)]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Kind' }, { enum: [''] }, { enum: [null] }] }", 1)]
    [InlineData("{ oneOf: [{ enum: [''] }, { type: integer }] }", 2)]
    [InlineData("{ anyOf: [{ type: string }] }", 0)]
    public void Shapes_are_what_values_have_to_be_told_apart_by(string schema, int expected)
    {
        var (wrappers, site) = Read(schema);

        Assert.Equal(expected, wrappers.Shapes(site, "oneOf").Count);
    }

    [Theory]
    [InlineData("[{ type: string }, { enum: [a, b] }]", "1")]
    [InlineData("[{ $ref: '#/components/schemas/Kind' }, { type: string, maxLength: 9 }]", "0")]
    [InlineData("[{ type: string, format: uuid }, { enum: [a, b] }]", "none")]
    [InlineData("[{ type: string }, { enum: [a] }, { enum: [b] }]", "none")]
    [InlineData("[{ type: string }, { type: integer }]", "none")]
    [InlineData("[{ enum: [a, b] }]", "none")]
    [InlineData("[{ type: string }, { anyOf: [{ type: string }, { enum: [a, b] }] }]", "1")]
    public void Known_values_beside_any_string_are_one_branch(string branches, string expected)
    {
        var (wrappers, site) = Read($"{{ anyOf: {branches} }}");
        var known = wrappers.KnownValues(wrappers.Shapes(site, "anyOf"));

        Assert.Equal(expected, known is { } branch ? branch.Pointer["/components/schemas/S/anyOf/".Length..] : "none");
    }

    [Theory]
    [InlineData("{ type: 'null' }", true)]
    [InlineData("{ nullable: true }", true)]
    [InlineData("{ $ref: '#/components/schemas/Nothing' }", true)]
    [InlineData("{ type: string, nullable: true }", false)]
    [InlineData("{}", false)]
    public void Only_null_is_null(string schema, bool expected)
    {
        var (wrappers, site) = Read(schema);

        Assert.Equal(expected, wrappers.IsNull(site));
    }

    private static (WrapperReader Wrappers, SpecSchema Site) Read(string schema)
    {
        var document = ReadDocument.From($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{ schemas: {{ S: {schema}, {Shared} }} }}").Document;
        return (new WrapperReader(document), document.Schema(document.Root.Find("/components/schemas/S")!, "/components/schemas/S"));
    }
}
