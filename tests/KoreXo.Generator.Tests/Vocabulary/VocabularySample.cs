using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>One operation with an extension, and what is wrong with it.</summary>
internal sealed record VocabularySample(ReadDocument Read, SpecOperation Operation)
{
    public SpecDocument Document => Read.Document;

    /// <summary>Gets what is reported of the extension, without the place, which is the same for all.</summary>
    public IEnumerable<string> Messages =>
        Read.Problems.Select(static problem => problem[(problem.IndexOf("; ", StringComparison.Ordinal) + 2)..]);

    /// <summary>Returns the operation <c>POST /a/{id}</c> with more members, and more members of the document.</summary>
    public static VocabularySample From(string members, string document = "x-none: 1")
    {
        var read = ReadDocument.From(
            $$"""
            openapi: 3.0.3
            paths:
              /a/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                post: { {{members}}, responses: { '204': { description: ok } } }
            {{document}}
            """
        );
        return new VocabularySample(read, read.Document.Paths.SelectMany(read.Document.Operations).Single());
    }
}
