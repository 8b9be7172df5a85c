using KoreXo.Cli.Tests.Graphs;
using KoreXo.Cli.Why;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Cli.Tests.Why;

/// <summary>Which programs of a solution are part of which.</summary>
public sealed class ProgramPartsTests
{
    [Fact]
    public void A_program_does_not_contain_the_others()
    {
        var parts = new ProgramParts([Program("App"), Program("Worker"), Library("Lib")]);

        Assert.Equal(["Worker"], parts.Absent("App"));
        Assert.Equal(["App"], parts.Absent("Worker"));
    }

    [Fact]
    public void A_program_contains_what_it_references_directly_or_not()
    {
        var app = Program("App");
        var library = Library("Lib", app);
        var tests = Program("Tests", library);

        Assert.Empty(new ProgramParts([app, library, tests]).Absent("Tests"));
        Assert.Equal(["Tests"], new ProgramParts([app, library, tests]).Absent("App"));
    }

    [Fact]
    public void A_library_contains_no_program() =>
        Assert.Equal(["App", "Worker"], new ProgramParts([Program("App"), Program("Worker"), Library("Lib")]).Absent("Lib").Order());

    [Fact]
    public void A_library_that_nobody_references_may_be_a_plug_in() =>
        Assert.Empty(new ProgramParts([Program("App"), Library("Plugin")]).Absent("App"));

    [Fact]
    public void The_references_of_all_frameworks_count()
    {
        var other = Program("Other");
        var parts = new ProgramParts([Program("App"), Program("App", other), other]);

        Assert.Empty(parts.Absent("App"));
    }

    [Fact]
    public void An_assembly_that_is_not_known_contains_only_itself() =>
        Assert.Equal(["App"], new ProgramParts([Program("App")]).Absent("Unknown"));

    [Theory]
    [InlineData(OutputKind.ConsoleApplication)]
    [InlineData(OutputKind.WindowsApplication)]
    [InlineData(OutputKind.WindowsRuntimeApplication)]
    public void Every_kind_of_program_is_one(OutputKind kind) =>
        Assert.Equal(
            ["Other"],
            new ProgramParts([Program("App"), Library("Other").WithOptions(new CSharpCompilationOptions(kind))]).Absent("App")
        );

    private static CSharpCompilation Program(string name, params CSharpCompilation[] references) =>
        GraphedCode.Compile("System.Console.WriteLine();", name, references: Reference(references));

    private static CSharpCompilation Library(string name, params CSharpCompilation[] references) =>
        GraphedCode.Compile("class C;", name, OutputKind.DynamicallyLinkedLibrary, Reference(references));

    private static MetadataReference[] Reference(CSharpCompilation[] compilations) =>
        [.. compilations.Select(static compilation => compilation.ToMetadataReference())];
}
