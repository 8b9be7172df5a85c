using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>What <c>korexo generate</c> does to a folder, and with documents of other editors.</summary>
public sealed class GenerateFilesTests
{
    private const string Document =
        "openapi: 3.0.3\ninfo: { title: Füße, version: '1' }\npaths: { /a: { get: { operationId: getA, responses: { '204': { description: é } } } } }\n";

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public async Task Line_ends_and_a_byte_order_mark_do_not_change_the_files(string end, bool hasMark)
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);
        await RunAsync(folder, "pets.yaml", "plain");
        await File.WriteAllTextAsync(
            folder.File("pets.yaml"),
            Document.Replace("\n", end, StringComparison.Ordinal),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasMark)
        );

        await RunAsync(folder, "pets.yaml", "other");

        Assert.Equal(Files(folder, "plain"), Files(folder, "other"));
    }

    [Fact]
    public async Task A_folder_with_spaces_and_letters_of_any_script_is_created()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);

        var ended = await RunAsync(folder, "pets.yaml", "mein Ördner/生成");

        Assert.Equal(0, ended.ExitCode);
        Assert.True(File.Exists(folder.File("mein Ördner/生成/Pets.Client.g.cs")));
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_left_alone()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document).Write("out", "mine");

        var ended = await RunAsync(folder, "pets.yaml", "out");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"korexo: '{folder.File("out")}' cannot be written: ", ended.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File("out")));
    }

    [Fact]
    public async Task A_file_that_differs_is_written_again_and_the_others_are_not_touched()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);
        await RunAsync(folder, "pets.yaml", "out");
        File.AppendAllText(folder.File("out/Pets.Json.g.cs"), "// edited");
        File.SetLastWriteTimeUtc(folder.File("out/Pets.Client.g.cs"), DateTime.UnixEpoch);

        var ended = await RunAsync(folder, "pets.yaml", "out");

        Assert.Equal((0, "Pets.Json.g.cs: written"), (ended.ExitCode, ended.Output.TrimEnd()));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(folder.File("out/Pets.Client.g.cs")));
    }

    [Fact]
    public async Task Json_says_the_same_and_whether_it_was_done()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);

        var check = JsonNode.Parse((await RunAsync(folder, "pets.yaml", "out", "--json", "--check")).Output)!;
        var first = JsonNode.Parse((await RunAsync(folder, "pets.yaml", "out", "--json")).Output)!;
        var second = JsonNode.Parse((await RunAsync(folder, "pets.yaml", "out", "--json")).Output)!;

        Assert.Equal((false, true), (check["written"]!.GetValue<bool>(), first["written"]!.GetValue<bool>()));
        Assert.Equal(first["changes"]!.ToJsonString(), check["changes"]!.ToJsonString());
        Assert.Equal("""{"file":"Pets.Client.g.cs","change":"written"}""", first["changes"]![0]!.ToJsonString());
        Assert.Empty(second["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("--accessibility", "private")]
    [InlineData("--grouping", "Path")]
    [InlineData("--client-name", "1 bad")]
    public async Task A_setting_that_a_build_refuses_writes_nothing(string option, string value)
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);

        var ended = await RunAsync(folder, "pets.yaml", "out", option, value);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            $"korexo: Nothing was generated:\n{folder.File("pets.yaml")}(1,1): error KXO2011: ",
            ended.Error,
            StringComparison.Ordinal
        );
        Assert.Contains($"'{value}'", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task A_warning_goes_to_standard_error()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Document);

        var ended = await RunAsync(folder, "pets.yaml", "out", "--operations", "getA,getB", "--json");

        Assert.Equal(0, ended.ExitCode);
        Assert.StartsWith($"{folder.File("pets.yaml")}(1,1): warning KXO2008: 'getB' ", ended.Error, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(ended.Output));
    }

    private static Task<Korexo.Ended> RunAsync(SpecFolder folder, string document, string output, params string[] options) =>
        Korexo.RunAsync(["generate", folder.File(document), "--output", folder.File(output), .. options]);

    private static Dictionary<string, string> Files(SpecFolder folder, string name) =>
        Directory.EnumerateFiles(folder.File(name)).ToDictionary(static file => Path.GetFileName(file), File.ReadAllText);
}
