using System.Text;
using KoreXo.Generator.Binding;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Options;
using KoreXo.Generator.Tests.Emit;
using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.Testing;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>
/// Four times as much of anything costs about four times as much: the generator runs in the compiler and the editor, which wait for it.
/// </summary>
public sealed class HostileSizeTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Done = "responses: { '204': { description: Done. } }";

    private static readonly int Few = Soak.Rounds(few: 600, all: 2_000);

    [Theory]
    [InlineData("properties of one C# name")]
    [InlineData("nullable properties")]
    [InlineData("nullable properties called like the fields of others")]
    [InlineData("values of one C# name")]
    [InlineData("schemas of one C# name")]
    [InlineData("operations of one C# name")]
    [InlineData("operations of one id")]
    [InlineData("operations without an id, of one name")]
    [InlineData("parameters of one C# name")]
    [InlineData("cases of a union")]
    [InlineData("cases of a union with a mapping")]
    [InlineData("a chain of unions")]
    [InlineData("a ring of unions")]
    [InlineData("webhooks of one C# name")]
    [InlineData("references into the middle of one schema")]
    [InlineData("scopes that are not declared")]
    [InlineData("Swagger schemas with a mistake each")]
    public void Four_times_as_much_allocates_about_four_times_as_much(string kind)
    {
        Measure(kind, 50); // what is made once in a process

        var few = Measure(kind, Few);

        Assert.InRange(Measure(kind, 4 * Few), few, few * 6);
    }

    [Fact]
    public void Each_step_of_reading_ends_when_the_build_is_canceled()
    {
        var canceled = new CancellationToken(canceled: true);
        var text = Document("nullable properties", 10).GetText(CancellationToken.None).ToString();
        var options = new DocumentOptions("Sample", "SampleClient", null, default, default, "");
        var files = new SpecFiles("sample.yaml", default, [], canceled);
        SpecNode Root() => SpecText.Read("sample.yaml", text, CancellationToken.None);

        Assert.All(
            (Action[])
                [
                    () => SpecText.Read("sample.yaml", text, canceled),
                    () => LeftoverCheck.Run(Root(), files, canceled),
                    () => DynamicReferenceCheck.Run(Root(), files, canceled),
                    () => SpecNormalizer.Run(Root(), canceled),
                    () => ReferenceCheck.Run(Root(), static (_, _, _, _, _) => { }, canceled),
                    () => DocumentReader.Read(new SpecDocument("sample.yaml", Root(), [], [], canceled), options, out _),
                ],
            static step => Assert.Throws<OperationCanceledException>(step)
        );
    }

    [Fact]
    public void A_build_that_is_cancelled_emits_nothing_more()
    {
        var context = new EmitContext(
            Parse(Document("nullable properties", 10), CancellationToken.None).Model!,
            new CancellationToken(canceled: true)
        );

        Assert.All(
            (Func<EmitContext, SourceText>[])
                [
                    ClientEmitter.Emit,
                    OperationsEmitter.Emit,
                    static context => ModelEmitter.Emit(context, TypeFile.Divide(context)[0]),
                    static context => JsonEmitter.Emit(context, TypeFile.Divide(context)[0]),
                    RegistrationEmitter.Emit,
                    WebhookEmitter.Emit,
                ],
            emit => Assert.Throws<OperationCanceledException>(() => emit(context))
        );
    }

    [Fact]
    public async Task More_code_than_anybody_compiles_ends_in_one_diagnostic_with_its_place()
    {
        // Each union tells the same hundred objects apart by their members.
        var text = new StringBuilder(Head).Append("paths:\n");
        var choices = Join(100, static i => $"{{ $ref: '#/components/schemas/S{i}' }}");
        text.Append(
            Lines(
                450,
                static i =>
                    $"  /a{i}: {{ post: {{ operationId: a{i}, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/U{i}' }} }} }} }}, {Done} }} }}"
            )
        );
        text.Append("components:\n  schemas:\n");
        text.Append(Lines(450, i => $"    U{i}: {{ oneOf: [{choices}] }}"));
        text.Append(Lines(100, static i => $"    S{i}: {Object(500, static m => $"m{m}: {{ type: string }}")}"));

        await GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(text.ToString()),
            "sample.yaml(796,11): error KXO2021: 'sample.yaml' is too large: it becomes more than 400 MB of C#, up to here; choose by Operations or Tags of its OpenApiSpec item what you need (at /components/schemas/U340)"
        );
    }

    private static ParseResult Parse(TestDocument document, CancellationToken cancellationToken) =>
        SpecParser.Parse(
            document.Path,
            document.GetText(cancellationToken).ToString(),
            new DocumentOptions("Sample", "SampleClient", null, default, default, ""),
            cancellationToken
        );

    private static long Measure(string kind, int count)
    {
        var document = Document(kind, count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var run = Sample.Run(document);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Null(run.Result.Exception);
        Assert.NotEmpty(run.Files);
        return bytes;
    }

    private static TestDocument Document(string kind, int count) =>
        kind switch
        {
            "properties of one C# name" => Body(Object(count, static i => $"{OneName(i)}: {{ type: string }}")),
            "nullable properties" => Body(Object(count, static i => $"m{i}: {{ type: string, nullable: true }}")),
            "nullable properties called like the fields of others" => Body(
                Object(count, static i => $"m{i / 2}{(i % 2 == 0 ? "" : "IsNull")}: {{ type: string, nullable: true }}")
            ),
            "values of one C# name" => Body($"{{ type: object, properties: {{ v: {{ type: string, enum: [{Join(count, OneName)}] }} }} }}"),
            "schemas of one C# name" => Body(
                Object(count, static i => $"m{i}: {{ $ref: '#/components/schemas/{OneName(i)}' }}"),
                Lines(count, static i => $"    {OneName(i)}: {{ type: object, properties: {{ x: {{ type: string }} }} }}")
            ),
            "operations of one C# name" => Paths(count, static i => $"/a{i}: {{ get: {{ operationId: {OneName(i)}, {Done} }} }}"),
            "operations of one id" => Paths(count, static i => $"/a{i}: {{ get: {{ operationId: a, {Done} }} }}"),
            "operations without an id, of one name" => Paths(count, static i => $"/{OneName(i)}: {{ get: {{ {Done} }} }}"),
            "parameters of one C# name" => Paths(
                1,
                _ =>
                    $"/a: {{ get: {{ operationId: a, parameters: [{Join(count, static i => $"{{ name: {OneName(i)}, in: query, schema: {{ type: string }} }}")}], {Done} }} }}"
            ),
            "cases of a union" => Body(
                $"{{ oneOf: [{Join(count, static i => $"{{ $ref: '#/components/schemas/{OneName(i)}' }}")}] }}",
                Lines(count, static i => $"    {OneName(i)}: {{ type: object, properties: {{ m{i}: {{ type: string }} }} }}")
            ),
            "cases of a union with a mapping" => Body(
                $"{{ oneOf: [{Join(count, static i => $"{{ $ref: '#/components/schemas/C{i}' }}")}], discriminator: {{ propertyName: t, mapping: {{ {Join(count, static i => $"v{i}: '#/components/schemas/C{i}'")} }} }} }}",
                Lines(count, static i => $"    C{i}: {{ type: object, properties: {{ t: {{ type: string }} }} }}")
            ),
            "a chain of unions" => Body(
                "{ $ref: '#/components/schemas/U0' }",
                Lines(
                    count,
                    i =>
                        $"    U{i}: {{ oneOf: [{{ type: string }}, {(i + 1 < count ? $"{{ $ref: '#/components/schemas/U{i + 1}' }}" : "{ type: integer }")}] }}"
                )
            ),
            "a ring of unions" => Body(
                "{ $ref: '#/components/schemas/U0' }",
                Lines(count, i => $"    U{i}: {{ oneOf: [{{ type: string }}, {{ $ref: '#/components/schemas/U{(i + 1) % count}' }}] }}")
            ),
            "webhooks of one C# name" => Client(
                $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nwebhooks:\n{Lines(count, static i => $"  {OneName(i)}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ type: string }} }} }} }} }} }}")}"
            ),
            "references into the middle of one schema" => Body(
                Object(count, static i => $"m{i}: {{ $ref: '#/components/schemas/Parts/allOf/{i}/properties/x' }}"),
                $"    Parts: {{ allOf: [{Join(count, static i => $"{{ properties: {{ x: {{ type: object, properties: {{ y: {{ type: string }} }} }} }} }}")}] }}\n"
            ),
            "scopes that are not declared" => Client(
                Head
                    + $"paths:\n{Lines(count, static i => $"  /a{i}: {{ get: {{ operationId: a{i}, security: [{{ o: ['pets:reed:{i}'] }}], {Done} }} }}")}components: {{ securitySchemes: {{ o: {{ type: oauth2, flows: {{ clientCredentials: {{ tokenUrl: 'https://a/', scopes: {{ {Join(count, static i => $"'pets:read:{i}': Reads.")} }} }} }} }} }} }}\n"
            ),
            _ => Client(
                $"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ post: {{ operationId: a, parameters: [{{ name: b, in: body, schema: {Object(count, static i => $"m{i}: {{ $ref: '#/definitions/None{i}' }}")} }}], {Done} }} }}\n"
            ),
        };

    private static TestDocument Client(string text) => Sample.Client(text);

    private static TestDocument Paths(int count, Func<int, string> path) => Client(Head + "paths:\n" + Lines(count, i => "  " + path(i)));

    private static TestDocument Body(string schema, string more = "") =>
        Client(
            Head
                + $"paths:\n  /a: {{ post: {{ operationId: a, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Start' }} }} }} }}, {Done} }} }}\ncomponents:\n  schemas:\n    Start: {schema}\n{more}"
        );

    private static string Object(int count, Func<int, string> member) => $"{{ type: object, properties: {{ {Join(count, member)} }} }}";

    private static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    /// <summary>One of many names that are all <c>AB</c> in C#.</summary>
    private static string OneName(int number) => $"a{Convert.ToString(number + 2, 2).Replace('0', '-').Replace('1', '_')}b";
}
