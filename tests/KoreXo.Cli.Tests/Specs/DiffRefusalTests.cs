namespace KoreXo.Cli.Tests.Specs;

/// <summary>What cannot be compared is told with file, line and pointer, and exit code 2.</summary>
public sealed class DiffRefusalTests
{
    private static readonly string Good = SpecDocuments.PathOf("old/shop.openapi.yaml");

    [Theory]
    [InlineData("{ not json", "bad.json", "(1,", "KXO2001")]
    [InlineData("openapi: 3.0.3\npaths: [\n", "bad.yaml", "(3,", "KXO2001")]
    [InlineData("hello: world\n", "bad.yaml", "(1,1): error", "KXO2002")]
    [InlineData(
        "openapi: 3.0.3\nx-known-scopes: []\npaths:\n  /a:\n    get:\n      x-scopes:\n        - scopes:\n            - Unheard\n      responses:\n        '204':\n          description: Done.\n",
        "bad.yaml",
        "(7,9): error KXO2012",
        "(at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "openapi: 3.0.3\nx-known-scopes: []\npaths:\n  /a:\n    get:\n      x-scopes: everything\n      responses:\n        '204':\n          description: Done.\n",
        "bad.yaml",
        "(6,17): error KXO2006",
        "(at /paths/~1a/get/x-scopes)"
    )]
    public async Task A_document_that_cannot_be_built_is_refused_as_the_build_would(string text, string name, string place, string what)
    {
        using var folder = new SpecFolder().Write(name, text);

        foreach (var arguments in new[] { (Good, folder.File(name)), (folder.File(name), Good) })
        {
            var ended = await Korexo.RunAsync("spec", "diff", arguments.Item1, arguments.Item2);

            Assert.Equal(2, ended.ExitCode);
            Assert.Equal("", ended.Output);
            Assert.Contains(folder.File(name) + "(", ended.Error, StringComparison.Ordinal);
            Assert.Contains(place, ended.Error, StringComparison.Ordinal);
            Assert.Contains(what, ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        var ended = await Korexo.RunAsync("spec", "diff", Good, "nowhere.yaml");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("'nowhere.yaml' does not exist.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_a_folder_are_not_compared()
    {
        var ended = await Korexo.RunAsync("spec", "diff", Good, SpecDocuments.PathOf("new"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("give two files or two folders", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_documents_is_refused()
    {
        using var folder = new SpecFolder().Write("notes.yaml", "a: b");

        var ended = await Korexo.RunAsync("spec", "diff", SpecDocuments.PathOf("old"), folder.Path);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("has no documents", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_generator_does_not_take_as_it_is_written_is_told()
    {
        var text = (await File.ReadAllTextAsync(Good)).Replace(
            "      security: []\n",
            "      security: []\n      parameters:\n        - name: ghost\n          in: path\n          required: true\n          schema:\n            type: string\n",
            StringComparison.Ordinal
        );
        using var folder = new SpecFolder().Write("shop.openapi.yaml", text);

        var ended = await Korexo.RunAsync("spec", "diff", Good, folder.File("shop.openapi.yaml"), "--check");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(
            "and its parameters differ: it does not contain the parameter 'ghost', which is left out",
            ended.Error,
            StringComparison.Ordinal
        );
        Assert.EndsWith(": no changes.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_told()
    {
        using var folder = new SpecFolder();

        var ended = await Korexo.RunAsync("spec", "diff", Good, Good, "--output", Path.Combine(folder.Path, "none", "changes.md"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("cannot be written", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_argument_is_told()
    {
        var ended = await Korexo.RunAsync("spec", "diff", Good);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("diff", ended.Error, StringComparison.Ordinal);
    }
}
