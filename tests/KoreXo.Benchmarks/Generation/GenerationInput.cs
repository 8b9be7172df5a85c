using System.Globalization;
using System.Text;
using KoreXo.Testing.Generators;

namespace KoreXo.Benchmarks.Generation;

/// <summary>
/// The documents that are generated from: the platform's own, those of other services where a folder of them lies beside the repository,
/// and made ones.
/// </summary>
internal static class GenerationInput
{
    public const string Platform = "XO";

    /// <summary>The names of what there is.</summary>
    public static IEnumerable<string> Names => [Platform, .. Foreign().Select(static file => Path.GetFileName(file))];

    public static IReadOnlyList<TestDocument> Load(string name) =>
        name == Platform
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(Root(), "spec"), "*.openapi.yaml")
                    .Order(StringComparer.Ordinal)
                    .Select(static file => Document(file)),
            ]
            : [Document(Foreign().First(file => Path.GetFileName(file) == name))];

    /// <summary>A document of so many operations, each with a body and an answer of its own.</summary>
    public static TestDocument Made(int operations)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: Made, version: '1' }\npaths:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  /things{{i}}/{id}:
                    post:
                      operationId: changeThing{{i}}
                      description: Changes a thing of kind {{i}}.
                      parameters:
                        - { name: id, in: path, required: true, schema: { type: string } }
                        - { name: limit, in: query, schema: { type: integer } }
                      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing{{i}}' } } } }
                      responses: { '200': { description: The thing., content: { application/json: { schema: { $ref: '#/components/schemas/Thing{{i}}' } } } } }

                """
            );
        }

        text.Append("components:\n  schemas:\n");
        for (var i = 0; i < operations; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                    Thing{{i}}: { type: object, required: [id], properties: { id: { type: string }, name: { type: string }, tags: { type: array, items: { type: string } }, kind: { type: string, enum: [a, b, c] }, next: { $ref: '#/components/schemas/Thing{{(
                    i + 1
                ) % operations}}' } } }

                """
            );
        }

        return new TestDocument("made.yaml", text.ToString());
    }

    private static TestDocument Document(string file) => new(Path.GetFileName(file), File.ReadAllText(file));

    private static IEnumerable<string> Foreign()
    {
        var folder = Path.Combine(Root(), "..", "shared", "specs");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder)
                .Where(static file => Path.GetExtension(file) is ".json" or ".yaml")
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run from within the repository.");
        }

        return folder.FullName;
    }
}
