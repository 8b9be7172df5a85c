using System.Collections.Immutable;
using System.Xml.Linq;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Conventions.Documentation;

/// <summary>Runs the generator over an example of a rule's page: a document, or items of a project file.</summary>
internal static class RuleExamples
{
    private const string Metadata = "build_metadata.AdditionalFiles.";
    private const string Mark = Metadata + "KoreXoOpenApi";

    private const string Pets = """
        openapi: 3.0.3
        info:
          title: Pets
          version: "1"
        paths:
          /pets:
            get:
              operationId: listPets
              responses: {}
            delete:
              operationId: getPets
              responses: {}
        """;

    public static IReadOnlyList<string> Run(string page, int index)
    {
        if (Markdown.Blocks(page, "yaml") is { Count: > 0 } documents)
        {
            return documents[index].StartsWith("overlay:", StringComparison.Ordinal)
                ? Run([
                    new Item("pets.openapi.yaml", Pets, new(StringComparer.Ordinal) { [Metadata + "Overlays"] = "pets.overlay.yaml" }),
                    new Item("pets.overlay.yaml", documents[index], new(StringComparer.Ordinal) { [Mark] = "part" }),
                ])
                : Run([new Item("pets.openapi.yaml", documents[index], [])]);
        }

        var items = XElement.Parse($"<Items>{Markdown.Blocks(page, "xml")[index]}</Items>").Elements("OpenApiSpec");
        return Run([
            .. items.Select(static item => new Item(
                item.Attribute("Include")!.Value,
                Pets,
                item.Attributes()
                    .ToDictionary(static setting => Metadata + setting.Name, static setting => setting.Value, StringComparer.Ordinal)
            )),
        ]);
    }

    private static IReadOnlyList<string> Run(ImmutableArray<Item> items)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new KoreXoGenerator().AsSourceGenerator()],
            items,
            new CSharpParseOptions(LanguageVersion.CSharp12),
            new ItemOptions()
        );
        return
        [
            .. driver
                .RunGenerators(CSharpCompilation.Create("example"))
                .GetRunResult()
                .Diagnostics.Select(static diagnostic => diagnostic.Id),
        ];
    }

    private sealed class Item(string path, string text, Dictionary<string, string> settings) : AdditionalText
    {
        public override string Path => path;

        public Dictionary<string, string> Settings => settings;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class ItemOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Options(
                ((Item)textFile).Settings.ContainsKey(Mark)
                    ? ((Item)textFile).Settings
                    : new(((Item)textFile).Settings, StringComparer.Ordinal) { [Mark] = "true" }
            );
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
