using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Harness;

/// <summary>A document as the generator, the simulator and the tool read it, without any code.</summary>
internal sealed class ReadDocument
{
    private readonly List<SpecProblem> _problems = [];

    private ReadDocument(string text, IReadOnlyList<string> overlays, (string Path, string Text)[] parts)
    {
        EquatableArray<SpecPart> files = parts.Select(static part => new SpecPart(part.Path, part.Text)).ToArray();
        Document = SpecReader.Read("api/main.yaml", text, overlays, files, _problems, CancellationToken.None)!;
    }

    /// <summary>Gets the document; null if it cannot be used.</summary>
    public SpecDocument Document { get; }

    /// <summary>Gets what is wrong: the file, the line, the rule, the pointer, and the parts of the message.</summary>
    public IReadOnlyList<string> Problems =>
        _problems.ConvertAll(static problem =>
            $"{problem.FilePath}({problem.Line + 1}) {problem.RuleId} {problem.Pointer}: {problem.First}; {problem.Second}"
        );

    /// <summary>Reads a document called <c>api/main.yaml</c>, with the files of its project.</summary>
    public static ReadDocument From(string text, params (string Path, string Text)[] parts) => new(text, [], parts);

    /// <summary>Reads a document to which an overlay is applied.</summary>
    public static ReadDocument WithOverlay(string text, string overlay) => new(text, ["changes.yaml"], [("api/changes.yaml", overlay)]);

    /// <summary>Returns a part of the document in its normal form, as JSON.</summary>
    public string Json(string pointer) =>
        SpecJson.Write(Document.Root.Find(pointer) ?? throw new ArgumentException($"There is nothing at '{pointer}'.", nameof(pointer)));
}
