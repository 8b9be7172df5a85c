using System.Text.RegularExpressions;
using System.Xml.Linq;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>What IntelliSense says about a method: what it throws and when, and how it is used.</summary>
public sealed partial class MethodDocsTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Sample, version: "1" }
        security: [{ key: [] }]
        paths:
          /plain:
            get: { operationId: getPlain, security: [], responses: { "204": { description: Done. } } }
          /pets/{id}:
            get:
              operationId: getPet
              x-scopes: [{ credential: bot, scopes: [read] }]
              x-rate-limit: { budget: bot, by: [], limits: [{ calls: 60, seconds: 60 }], documented: true }
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "204": { description: Done. } }
          /orders/{number}:
            post:
              operationId: addOrder
              parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
              responses: { "204": { description: Done. } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: auth } }
        """;

    [Theory]
    [InlineData("GetPlainAsync", "KoreXoException")]
    [InlineData(
        "GetPetAsync",
        "ArgumentException: A required argument is null, or one in the path is empty.; KoreXoAuthenticationException; KoreXoScopeException; KoreXoRateLimitException; KoreXoException"
    )]
    [InlineData("AddOrderAsync", "ArgumentException: A required argument is null.; KoreXoAuthenticationException; KoreXoException")]
    public void A_method_names_the_exceptions_that_its_description_lets_happen(string method, string expected)
    {
        var docs = Docs(Methods(Sample.Client(Document)).Single(one => one.Name == method));

        Assert.Equal(
            expected,
            string.Join(
                "; ",
                docs.Elements("exception")
                    .Select(static exception =>
                    {
                        var type = exception.Attribute("cref")!.Value.Split('.')[^1];
                        return type == "ArgumentException" ? $"{type}: {exception.Value}" : type;
                    })
            )
        );
    }

    public static TheoryData<string> WithExamples => ["paging", "jobs", "unions", "contents"];

    [Theory]
    [MemberData(nameof(WithExamples))]
    public void An_example_compiles(string name)
    {
        var run = Sample.Run(Sample.Document(name));
        var examples = Methods(run).Select(static method => (Method: method, Code: Docs(method).Element("example")?.Value)).ToList();

        Assert.Contains(examples, static example => example.Code is not null);
        EmittedCode.AssertCompiles(
            run.Compilation.AddSyntaxTrees(
                TestCompilation.Parse(
                    $$"""
                    #pragma warning disable CS0219, CS1998, CS0612, CS0618
                    using System;
                    using System.Threading.Tasks;
                    using KoreXo;
                    using Sample;
                    internal static class Examples
                    {
                    {{string.Concat(
                        examples.Where(static example => example.Code is not null).Select((example, index) => Program(example.Method, example.Code!, index))
                    )}}
                    }
                    """
                )
            )
        );
    }

    /// <summary>
    /// Everything that returns items or a job, or takes one of several shapes, has an example, and nothing else: a signature says the rest.
    /// </summary>
    [Fact]
    public void What_a_signature_does_not_say_has_an_example() =>
        Assert.All(
            Methods(Sample.Document("jobs")).Concat(Methods(Sample.Document("paging"))),
            static method =>
                Assert.Equal(
                    method.ReturnType is INamedTypeSymbol { Name: "PagedResult" } or INamedTypeSymbol { TypeArguments: [{ Name: "Job" }] },
                    Docs(method).Element("example") is not null
                )
        );

    private static IEnumerable<IMethodSymbol> Methods(TestDocument document) => Methods(Sample.Run(document));

    private static IEnumerable<IMethodSymbol> Methods(GeneratorRun run) =>
        run
            .Compilation.GetTypeByMetadataName("Sample.SampleClient")!
            .GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    private static XElement Docs(IMethodSymbol method) => XElement.Parse(method.GetDocumentationCommentXml()!);

    /// <summary>The example in a method that has what the example names: the client, the arguments, and the value of a shape.</summary>
    private static string Program(IMethodSymbol method, string code, int index)
    {
        var parameters = method
            .Parameters.TakeWhile(static parameter => !parameter.IsOptional)
            .Select(static parameter => $", {parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} @{parameter.Name}");
        var values = Shape().Match(code) is { Success: true } made ? $", {ValueType(method, made)} {made.Groups["value"].Value}" : "";
        return $"public static async Task Use{index}(SampleClient client{string.Concat(parameters)}{values})\n{{\n{code}\n}}\n";
    }

    private static string ValueType(IMethodSymbol method, Match made) =>
        method
            .ContainingAssembly.GetTypeByMetadataName($"Sample.{made.Groups["type"].Value.Replace('.', '+')}")!
            .Constructors[0]
            .Parameters[0]
            .Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    [GeneratedRegex(@"new (?<type>\w+\.\w+)\((?<value>@?\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
