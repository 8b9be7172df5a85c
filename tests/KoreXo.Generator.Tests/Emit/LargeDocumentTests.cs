using System.Globalization;
using System.Text;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

public sealed class LargeDocumentTests
{
    private const string Head =
        "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a: { get: { operationId: getA, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } }\ncomponents:\n  schemas:\n";

    [Fact]
    public async Task A_chain_of_five_hundred_schemas_is_emitted_loaded_and_used()
    {
        using var handler = new RecordingHandler("""{"next":{"next":{"name":"x"}}}""");

        Assert.Equal("x", await Sample.RunAsync(Chain(500), "return (await client.GetAAsync()).Next!.Next!.Name!;", handler));
    }

    // Without compiling it, which would take a minute: that is the compiler's own time, and grows as the code does.
    [Fact]
    public void A_chain_of_five_thousand_schemas_is_emitted()
    {
        var run = Sample.Run(Chain(5_000));

        Assert.Null(run.Result.Exception);
        Assert.All(
            run.Result.GeneratedSources,
            static source =>
                Assert.DoesNotContain(
                    source.SyntaxTree.GetDiagnostics(),
                    static finding => finding.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden
                )
        );
        Assert.Contains("sealed partial class S4999\n", run.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_times_the_operations_take_at_most_eleven_times_the_memory_though_every_type_leads_to_every_other()
    {
        Allocated(10); // what is made once in a process

        var few = Allocated(100);

        Assert.InRange(Allocated(1_000), few, few * 11);
    }

    [Fact]
    public Task A_set_of_two_thousand_values_compiles() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(
                Head
                    + $"    S0: {{ type: object, properties: {{ v: {{ type: string, enum: [{string.Join(", ", Enumerable.Range(0, 2_000).Select(static i => $"v{i}"))}] }} }} }}"
            )
        );

    [Fact]
    public Task An_object_of_a_thousand_members_compiles() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(
                Head
                    + $"    S0: {{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(0, 1_000).Select(static i => $"m{i}: {{ type: string, nullable: true }}"))} }} }}"
            )
        );

    [Fact]
    public async Task Inline_objects_nested_deep_have_short_names()
    {
        const string Level = "{ type: object, properties: { aRatherLongMemberName: ";
        var run = await GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(
                Head
                    + $"    S0: {string.Concat(Enumerable.Repeat(Level, 20))}{{ oneOf: [{{ type: string }}, {{ type: object, properties: {{ x: {{ type: string }} }} }}] }}{string.Concat(Enumerable.Repeat(" } }", 20))}"
            )
        );

        Assert.All(
            run.Compilation.GetSymbolsWithName(static _ => true, Microsoft.CodeAnalysis.SymbolFilter.Type),
            static type => Assert.InRange(type.Name.Length, 1, 110)
        );
    }

    private static TestDocument Chain(int schemas)
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < schemas; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    S{i}: {{ type: object, properties: {{ name: {{ type: string }}, next: {{ $ref: '#/components/schemas/S{(i + 1) % schemas}' }} }} }}\n"
            );
        }

        return Sample.Client(text.ToString());
    }

    /// <summary>The bytes that are allocated for operations whose bodies are links of one ring.</summary>
    private static long Allocated(int operations)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /a{i}: {{ post: {{ operationId: postA{i}, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/S{i}' }} }} }} }}, responses: {{ '204': {{ description: Done. }} }} }} }}\n"
            );
        }

        text.Append("components:\n  schemas:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    S{i}: {{ type: object, properties: {{ name: {{ type: string }}, next: {{ $ref: '#/components/schemas/S{(i + 1) % operations}' }} }} }}\n"
            );
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        GeneratorRun.Start(new KoreXoGenerator(), [Sample.Client(text.ToString())]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
