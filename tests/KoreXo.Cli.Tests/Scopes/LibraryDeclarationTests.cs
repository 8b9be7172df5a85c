using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>The declaration of a library, brought up to date with what its calls need.</summary>
public sealed class LibraryDeclarationTests
{
    private const string Reads = "public class P { public Task A(IFiles f) => f.GetAsync(\"1\"); }";
    private const string ReadsRows =
        "public class P { public Task A(Tables t) => t.ReadAsync(\"a \\\"b\\\"\"); Task B(IFiles f) => f.GetAsync(\"1\"); }";

    [Fact]
    public async Task A_library_without_a_declaration_gets_a_file()
    {
        var declaration = await FindAsync(Reads);

        Assert.Equal("/src/Lib/UsesScopes.cs", declaration!.Path);
        Assert.Equal("using KoreXo;\n\n[assembly: UsesScopes(\"files:read\")]\n", declaration.Text);
        Assert.Equal("declared 'files:read'", declaration.Change);
    }

    [Fact]
    public async Task Each_resource_has_an_attribute_of_its_own()
    {
        var declaration = await FindAsync(ReadsRows);

        Assert.Equal(
            "using KoreXo;\n\n[assembly: UsesScopes(\"files:read\")]\n[assembly: UsesScopes(\"rows:read\", Resource = \"a \\\"b\\\"\")]\n",
            declaration!.Text
        );
        Assert.Equal("declared 'files:read', 'rows:read' on 'a \"b\"'", declaration.Change);
    }

    [Theory]
    [InlineData("[assembly: UsesScopes(\"files:read\")]")]
    [InlineData("[assembly: KoreXo.UsesScopesAttribute(\"files:read\")]")]
    [InlineData("[assembly: global::KoreXo.UsesScopes(scopes: \"files:read\")]")]
    [InlineData("[assembly: UsesScopes(\"files\" + \":read\")]")]
    [InlineData("[assembly: UsesScopes(new[] { \"files:read\" })]")]
    [InlineData("[assembly: UsesScopes([\"files:read\"])]")]
    [InlineData("[assembly: UsesScopes(\"\\u0066iles:read\")]")]
    [InlineData("[assembly: UsesScopes(\"files:read\", Resource = \"*\")]")]
    [InlineData("[assembly: UsesScopes(\"files:read\", Resource = null)]")]
    [InlineData("[assembly: UsesScopes(Names.Read)] static class Names { public const string Read = \"files:read\"; }")]
    [InlineData("[assembly: UsesScopes($\"{Names.Files}:read\")] static class Names { public const string Files = \"files\"; }")]
    [InlineData("[assembly: UsesScopes(\"files:read\"), UsesScopes]")]
    public async Task A_declaration_that_is_right_stays_as_it_is_written(string declaration) =>
        Assert.Null(await FindAsync(Reads, declaration));

    [Theory]
    [InlineData("[assembly: UsesScopes]", "[assembly: UsesScopes(\"files:read\")]", "declared 'files:read'")]
    [InlineData("[assembly: UsesScopes(\"admin\")]", "[assembly: UsesScopes(\"files:read\")]", "declared 'files:read' and removed 'admin'")]
    [InlineData("[assembly: UsesScopes(\"files:read\", \"admin\")]", "[assembly: UsesScopes(\"files:read\")]", "removed 'admin'")]
    [InlineData(
        "// why\n[assembly: UsesScopes()] // this\n",
        "// why\n[assembly: UsesScopes(\"files:read\")] // this\n",
        "declared 'files:read'"
    )]
    [InlineData(
        "[assembly: CLSCompliant(false), UsesScopes(\"admin\")]",
        "[assembly: CLSCompliant(false), UsesScopes(\"files:read\")]",
        "declared 'files:read' and removed 'admin'"
    )]
    [InlineData(
        "[assembly: UsesScopes(\"admin\")]\n[assembly: UsesScopes(\"search\")]\nclass C;",
        "[assembly: UsesScopes(\"files:read\")]\nclass C;",
        "declared 'files:read' and removed 'admin', 'search'"
    )]
    [InlineData(
        "[assembly: UsesScopes(\"files:read\", Resource = \"X\")]",
        "[assembly: UsesScopes(\"files:read\")]",
        "declared 'files:read' and removed 'files:read' on 'X'"
    )]
    public async Task A_declaration_that_is_wrong_is_changed_in_its_place(string before, string after, string change)
    {
        var declaration = await FindAsync(Reads, before);

        Assert.Equal(("/src/Lib/Declared.cs", after, change), (declaration!.Path, declaration.Text, declaration.Change));
    }

    [Fact]
    public async Task What_is_no_longer_needed_is_removed_and_the_attribute_stays()
    {
        var declaration = await FindAsync("public class P { }", "[assembly: UsesScopes(\"admin\")]");

        Assert.Equal(("[assembly: UsesScopes()]", "removed 'admin'"), (declaration!.Text, declaration.Change));
    }

    [Theory]
    [InlineData("public class P { }")]
    [InlineData("public class P { [RequiresScopes(\"files:read\")] public Task A(IFiles f) => f.GetAsync(\"1\"); }")]
    [InlineData("public class P { public Task A(IFiles f) => f.SearchAsync(\"q\"); }")]
    public async Task A_library_that_needs_nothing_of_its_own_gets_none(string code) => Assert.Null(await FindAsync(code));

    [Fact]
    public async Task Of_alternatives_the_fewest_scopes_are_declared()
    {
        var declaration = await FindAsync(
            "public class P { Task A(IFiles f) => f.DeleteAsync(\"1\"); void B() => new AcmeClient(\"t\"); }"
        );

        Assert.Equal("declared 'admin'", declaration!.Change);
    }

    [Fact]
    public async Task All_frameworks_are_covered()
    {
        using var solution = new MemorySolution()
            .Project("Lib(a)", Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, "Lib")
            .File("Lib/A.cs", Reads, "Lib(a)")
            .Project("Lib(b)", Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, "Lib")
            .File("Lib/B.cs", "class Q { Task A(IFiles f) => f.PutAsync(null!); }", "Lib(b)");

        Assert.Equal("declared 'files:read', 'files:write'", (await FindAsync(solution, "Lib(a)", "Lib(b)"))!.Change);
    }

    [Fact]
    public async Task A_program_and_a_library_with_a_manifest_have_none()
    {
        using var program = new MemorySolution().Project("Lib").File("Lib/P.cs", Reads + " class S { static void Main() { } }");
        using var library = new MemorySolution().Library("Lib").File("Lib/P.cs", Reads).File("Lib/bot.scopes.json", """{ "scopes": [] }""");

        Assert.Null(await FindAsync(program, "Lib"));
        Assert.Null(await FindAsync(library, "Lib"));
    }

    // It would be overwritten.
    [Fact]
    public async Task A_file_of_the_name_that_has_no_declaration_keeps_its_code()
    {
        using var solution = new MemorySolution().Library("Lib").File("Lib/UsesScopes.cs", "// mine\n" + Reads);

        var declaration = await FindAsync(solution, "Lib");

        Assert.Equal(
            ("/src/Lib/UsesScopes.cs", "[assembly: KoreXo.UsesScopes(\"files:read\")]\n// mine\n" + Reads),
            (declaration!.Path, declaration.Text)
        );
    }

    private static async Task<LibraryDeclaration?> FindAsync(string code, string? declaration = null)
    {
        using var solution = new MemorySolution().Library("Lib").File("Lib/P.cs", code);
        if (declaration is not null)
        {
            solution.File("Lib/Declared.cs", declaration);
        }

        return await FindAsync(solution, "Lib");
    }

    private static async Task<LibraryDeclaration?> FindAsync(MemorySolution solution, params string[] frameworks)
    {
        var loaded = solution.Load();
        var scans = new List<ProjectScan>();
        foreach (var framework in frameworks)
        {
            scans.Add(await ProjectScan.RunAsync(loaded, solution.Get(framework), CancellationToken.None));
        }

        return await LibraryDeclaration.FindAsync([.. frameworks.Select(solution.Get)], scans, CancellationToken.None);
    }
}
