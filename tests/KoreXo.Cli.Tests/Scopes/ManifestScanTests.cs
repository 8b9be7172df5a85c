using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>A manifest, checked against everything that uses it.</summary>
public sealed class ManifestScanTests
{
    private const string Main = "static class Start { static void Main() { } }";

    [Theory]
    [InlineData("\"scopes\": [\"files:read\", \"admin\"]", " admin")]
    [InlineData("\"scopes\": [\"files:all\"]", "")]
    [InlineData("\"scopes\": [\"files:read\"]", "")]
    [InlineData("\"scopes\": [\"files:read\", \"no:such\"]", "")]
    [InlineData("\"scopes\": [\"files:read\", \"admin\"], \"reserved\": [\"admin\"]", "")]
    [InlineData("\"credentials\": { \"a\": [\"admin\"], \"b\": [\"files:read\", \"admin\"] }", "a admin,b admin")]
    public async Task A_scope_that_no_call_needs_is_unused(string grants, string expected) =>
        Assert.Equal(expected, Unused(await ScanAsync(App(Grants(grants)))));

    [Fact]
    public async Task A_scope_that_one_of_two_projects_needs_is_used()
    {
        using var solution = App(Grants("\"scopes\": [\"files:read\", \"files:write\", \"admin\"]"))
            .Project("Worker")
            .File("Worker/P.cs", $"class P {{ Task A(IFiles f) => f.PutAsync(null!); }} {Main}")
            .File("App/bot.scopes.json", Grants("\"scopes\": [\"files:read\", \"files:write\", \"admin\"]"), "Worker");

        Assert.Equal(" admin", Unused(Assert.Single(await AllAsync(solution))));
    }

    [Fact]
    public async Task A_scope_that_a_referenced_project_needs_is_used()
    {
        using var solution = App(Grants("\"scopes\": [\"files:read\", \"files:write\", \"admin\"]"))
            .Library("Lib")
            .File("Lib/P.cs", "public class P { public Task A(IFiles f) => f.PutAsync(null!); }")
            .Reference("App", "Lib");

        Assert.Equal(" admin", Unused(Assert.Single(await AllAsync(solution, "App"))));
    }

    [Fact]
    public async Task A_scope_under_a_symbol_of_one_framework_is_used()
    {
        using var solution = new MemorySolution();
        foreach (var framework in (string[])["App(net8.0)", "App(net10.0)"])
        {
            solution
                .Project(framework, assembly: "App")
                .Symbols(framework, framework.Contains("10", StringComparison.Ordinal) ? ["NEW"] : [])
                .File("App/P.cs", $"class P {{\n#if NEW\nTask A(IFiles f) => f.PutAsync(null!);\n#endif\n}} {Main}", framework)
                .File("App/bot.scopes.json", Grants("\"scopes\": [\"files:write\", \"admin\"]"), framework);
        }

        Assert.Equal(" admin", Unused(Assert.Single(await AllAsync(solution))));
    }

    [Theory]
    [InlineData("\"scopes\": [\"files:raed\"]", "files:raed > files:read")]
    [InlineData("\"scopes\": [\"files:raed\", \"admim\", \"files:raed\"]", "files:raed > files:read,admim > admin")]
    [InlineData("\"scopes\": [\"files:read\"], \"reserved\": [\"user:read\"]", "user:read > users:read")]
    [InlineData("\"scopes\": [\"something:else\"]", "")]
    [InlineData("\"scopes\": [\"Rows / Read\"]", "")]
    public async Task A_misspelt_scope_has_its_correction(string grants, string expected) =>
        Assert.Equal(
            expected,
            string.Join(',', (await ScanAsync(App(Grants(grants)))).Misspelt.Select(static name => $"{name.From} > {name.To}"))
        );

    [Theory]
    [InlineData("\"credentials\": { \"bto\": [\"files:read\"] }", "bto > bot")]
    [InlineData("\"credentials\": { \"bot\": [\"files:read\"], \"date\": [] }", "date > data")]
    [InlineData("\"credentials\": { \"something\": [] }", "")]
    public async Task A_misspelt_kind_of_credential_has_its_correction(string grants, string expected) =>
        Assert.Equal(
            expected,
            string.Join(',', (await ScanAsync(App(Grants(grants)))).MisspeltKinds.Select(static name => $"{name.From} > {name.To}"))
        );

    [Theory]
    [InlineData("\"scopes\": [\"files:read\", \"files:read\"]", "files:read")]
    [InlineData("\"scopes\": [\"rows:read\", \"Rows / Read\", \"files:read\"]", "Rows / Read")]
    [InlineData("\"scopes\": [\"Train FAQ\", \"Train Faq\", \"Test & Train > Train FAQ\"]", "Train Faq,Test & Train > Train FAQ")]
    [InlineData("\"credentials\": { \"a\": [\"files:read\"], \"b\": [\"files:read\"] }", "")]
    [InlineData("\"credentials\": { \"data\": { \"A\": [\"rows:read\"], \"B\": [\"rows:read\"] } }", "")]
    public async Task A_scope_that_a_credential_has_twice_is_found(string grants, string expected) =>
        Assert.Equal(expected, string.Join(',', (await ScanAsync(App(Grants(grants)))).Repeated.Select(static entry => entry.Scope)));

    [Theory]
    [InlineData("files:read", true)]
    [InlineData("admin", true)]
    [InlineData("Files:Read", false)]
    [InlineData("files", false)]
    public async Task A_manifest_has_a_scope_under_its_exact_name(string scope, bool expected) =>
        Assert.Equal(expected, (await ScanAsync(App(Grants("\"scopes\": [\"files:read\"], \"reserved\": [\"admin\"]")))).Has(scope));

    [Theory]
    [InlineData("{ \"scopes\": [")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"app\": \"bot\", \"note\": { \"deep\": [1, null] }, \"scopes\": [\"admin\"] }")]
    [InlineData("{ \"scopes\": \"admin\" }")]
    [InlineData("{ \"scopes\": [1] }")]
    public async Task A_manifest_that_cannot_be_read_is_none(string text)
    {
        using var solution = App(text).File("App/good.scopes.json", Grants("\"scopes\": []"));

        Assert.Equal(["/src/App/good.scopes.json"], (await AllAsync(solution)).Select(static scan => scan.App.File.Path));
    }

    [Theory]
    [InlineData("\uFEFF{ \"app\": \"bot\", \"scopes\": [\"admin\"] }")]
    [InlineData("// granted in the console\n{ \"app\": \"bot\", /* all */ \"scopes\": [\"admin\",], }")]
    [InlineData("{ \"$schema\": \"x\", \"app\": \"bot\", \"scopes\": [\"admin\"] }")]
    [InlineData("{\r\n\t\"app\": \"bot\",\r\n\t\"scopes\": [ \"\\u0061dmin\" ]\r\n}")]
    public async Task A_manifest_is_read_as_people_write_one(string text) => Assert.Equal(" admin", Unused(await ScanAsync(App(text))));

    private static MemorySolution App(string manifest) =>
        new MemorySolution()
            .Project("App")
            .File("App/P.cs", $"class P {{ Task A(IFiles f) => f.GetAsync(\"1\"); }} {Main}")
            .File("App/bot.scopes.json", manifest);

    private static string Grants(string grants) => $"{{ \"app\": \"bot\", {grants} }}";

    private static string Unused(ManifestScan scan) =>
        string.Join(',', scan.Unused.Select(static held => $"{held.Credential.Kind} {held.Entry.Scope}"));

    private static async Task<ManifestScan> ScanAsync(MemorySolution solution)
    {
        using (solution)
        {
            return Assert.Single(await AllAsync(solution));
        }
    }

    private static async Task<IReadOnlyList<ManifestScan>> AllAsync(MemorySolution solution, params string[] about) =>
        ManifestScan.All(await ProjectScan.RunAllAsync(solution.Load(about), CancellationToken.None));
}
