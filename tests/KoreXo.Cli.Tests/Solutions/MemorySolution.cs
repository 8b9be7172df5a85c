using KoreXo.Cli.Solutions;
using KoreXo.Cli.Tests.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Tests.Solutions;

/// <summary>
/// A solution in memory, at <c>/src/Travel.slnx</c>, over the stand-in SDK of the analyzers' cases: loaded as the tool loads one, without
/// files, packages or MSBuild.
/// </summary>
internal sealed class MemorySolution : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Dictionary<string, ProjectId> _ids = new(StringComparer.Ordinal);
    private Solution _solution;

    public MemorySolution() => _solution = _workspace.CurrentSolution;

    /// <summary>Adds a project for one framework.</summary>
    public MemorySolution Project(string name, OutputKind output = OutputKind.ConsoleApplication, string? assembly = null)
    {
        var id = ProjectId.CreateNewId(name);
        _ids.Add(name, id);
        _solution = _solution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                assembly ?? name,
                LanguageNames.CSharp,
                filePath: $"/src/{assembly ?? name}/{assembly ?? name}.csproj",
                compilationOptions: new CSharpCompilationOptions(output, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: GraphedCode.Parsing,
                metadataReferences: GraphedCode.References
            )
        );
        return File($"{name}/Usings.cs", GraphedCode.Usings, name);
    }

    public MemorySolution Library(string name) => Project(name, OutputKind.DynamicallyLinkedLibrary);

    /// <summary>Adds a file of code or a manifest to the project that its folder is named after, or to the one that is named.</summary>
    public MemorySolution File(string path, string text, string? project = null)
    {
        var id = _ids[project ?? path.Split('/')[0]];
        var source = SourceText.From(text, System.Text.Encoding.UTF8);
        _solution = path.EndsWith(".cs", StringComparison.Ordinal)
            ? _solution.AddDocument(DocumentId.CreateNewId(id), path, source, filePath: "/src/" + path)
            : _solution.AddAdditionalDocument(DocumentId.CreateNewId(id), path, source, filePath: "/src/" + path);
        return this;
    }

    public MemorySolution Reference(string from, string to)
    {
        _solution = _solution.AddProjectReference(_ids[from], new ProjectReference(_ids[to]));
        return this;
    }

    public MemorySolution Symbols(string project, params string[] symbols)
    {
        _solution = _solution.WithProjectParseOptions(_ids[project], GraphedCode.Parsing.WithPreprocessorSymbols(symbols));
        return this;
    }

    public Project Get(string name) => _solution.GetProject(_ids[name])!;

    /// <summary>Loads the solution for a command about some projects, or about all.</summary>
    public LoadedSolution Load(params string[] about) =>
        new(
            _workspace,
            _solution,
            [.. (about.Length == 0 ? _ids.Keys : about.AsEnumerable()).Select(name => _ids[name])],
            "/src/Travel.slnx"
        );

    public void Dispose() => _workspace.Dispose();
}
