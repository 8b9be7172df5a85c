using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>A path that refers to a shared one and says something itself.</summary>
public sealed class PathReferenceTests
{
    private const string Get = "responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData("post: { operationId: own, @ }", "get:shared put:shared post:own LINK:shared")]
    [InlineData("get: { operationId: own, @ }", "get:own put:shared LINK:shared")]
    [InlineData("additionalOperations: { COPY: { operationId: own, @ } }", "get:shared put:shared LINK:shared COPY:own")]
    [InlineData("additionalOperations: { LINK: { operationId: own, @ } }", "get:shared put:shared LINK:own")]
    [InlineData("summary: Only a remark.", "get:shared put:shared LINK:shared")]
    public void Both_have_operations_and_its_own_come_first(string own, string expected)
    {
        var document = Read($"{{ $ref: '#/components/pathItems/Shared', {own.Replace("@", Get, StringComparison.Ordinal)} }}");

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                document
                    .Document.Paths.SelectMany(document.Document.Operations)
                    .Select(static operation => $"{operation.Verb}:{operation.Node.String("operationId")}")
            )
        );
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void The_parameters_of_both_apply()
    {
        var document = Read("{ $ref: '#/components/pathItems/Shared', parameters: [{ name: own, in: query, schema: { type: string } }] }");

        Assert.Equal(
            ["shared", "own"],
            document.Document.Operations(document.Document.Paths.Single()).First().Parameters.Select(static one => one.Name)
        );
    }

    [Fact]
    public void A_chain_of_paths_is_followed_to_its_end() =>
        Assert.Equal(
            "get put post delete",
            string.Join(
                ' ',
                Read($"{{ $ref: '#/components/pathItems/Middle', delete: {{ {Get} }} }}")
                    .Document.Paths.Single()
                    .Node.Names.Where(OpenApi.Upgrade.HttpVerb.IsVerb)
            )
        );

    [Fact]
    public void A_circle_of_paths_is_reported_and_leaves_what_each_says()
    {
        var document = ReadDocument.From(
            $$"""
            openapi: 3.1.0
            paths:
              /a: { $ref: '#/paths/~1b', get: { operationId: a, {{Get}} } }
              /b: { $ref: '#/paths/~1a', put: { operationId: b, {{Get}} } }
            """
        );

        Assert.NotEmpty(document.Problems);
        Assert.All(document.Problems, static problem => Assert.EndsWith("; leads in a circle", problem, StringComparison.Ordinal));
        Assert.Equal(["/a", "/b"], document.Document.Paths.Select(static path => path.Template));
    }

    private static ReadDocument Read(string path) =>
        ReadDocument.From(
            $$"""
            openapi: 3.2.0
            paths: { /a: {{path}} }
            components:
              pathItems:
                Middle: { $ref: '#/components/pathItems/Shared', post: { {{Get}} } }
                Shared:
                  parameters: [{ name: shared, in: query, schema: { type: string } }]
                  get: { operationId: shared, {{Get}} }
                  put: { operationId: shared, {{Get}} }
                  additionalOperations: { LINK: { operationId: shared, {{Get}} } }
            """
        );
}
