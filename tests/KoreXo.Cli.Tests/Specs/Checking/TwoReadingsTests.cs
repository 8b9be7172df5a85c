using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs.Checking;

namespace KoreXo.Cli.Tests.Specs.Checking;

/// <summary>
/// NSwag is an independent reader of OpenAPI: where it understands a document otherwise than we do and nobody knows why, one of us is
/// wrong.
/// </summary>
public sealed class TwoReadingsTests
{
    /// <summary>Larger documents of others are read with <c>KOREXO_FULL=1</c>.</summary>
    private const long Small = 1_000_000;

    /// <summary>Documents of ours that NSwag does not read at all, and what it says of each.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["openapi-31.yaml"] = "'ItemsRaw'", // a schema that is true or false
        ["paths.yaml"] = "'#/components/pathItems/Shared'", // a path that is written once for several
        ["schema-ids.yaml"] = "'#leaf'", // a reference to an anchor
        ["security.yaml"] = "\"oatuh2\"", // a type of security scheme that nobody knows
    };

    public static TheoryData<string> Refusals => [.. Refused.Keys];

    public static TheoryData<string> Own =>
        [
            .. Directory.EnumerateFiles(SpecFolder.Committed, "*.openapi.yaml").Select(Relative),
            .. Directory.EnumerateFiles(Documents).Where(static file => !Refused.ContainsKey(Path.GetFileName(file))).Select(Relative),
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Korexo.Repository, "tests", "KoreXo.Cli.Tests", "Specs", "Documents"),
                    "*.yaml",
                    SearchOption.AllDirectories
                )
                .Select(Relative),
        ];

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Our_own_documents_are_read_alike(string file) => await AssertAlikeAsync(Path.Combine(Korexo.Repository, file));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_NSwag_does_not_read_is_known(string name)
    {
        var file = Path.Combine(Documents, name);

        var error = await Assert.ThrowsAsync<CommandException>(() => SpecCheck.RunAsync(file, CancellationToken.None));
        Assert.Contains("NSwag does not read it", error.Message, StringComparison.Ordinal);
        Assert.Contains(Refused[name], error.Message, StringComparison.Ordinal);
    }

    /// <summary>Documents of real services, where a folder of them lies beside the repository or is named by the environment.</summary>
    [Fact]
    public async Task Documents_of_others_are_read_alike()
    {
        var folder = Environment.GetEnvironmentVariable("KOREXO_DOCUMENTS") ?? Path.Combine(Korexo.Repository, "..", "shared", "specs");
        if (!Directory.Exists(folder))
        {
            return;
        }

        var isFull = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1";
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(static file => Path.GetExtension(file) is ".json" or ".yaml")
                .Where(file => isFull || new FileInfo(file).Length < Small)
                .Order(StringComparer.Ordinal)
        )
        {
            await AssertAlikeAsync(file);
        }
    }

    private static string Documents => Path.Combine(Korexo.Repository, "tests", "KoreXo.Generator.Tests", "Documents");

    private static string Relative(string file) => Path.GetRelativePath(Korexo.Repository, file);

    private static async Task AssertAlikeAsync(string file)
    {
        var check = await SpecCheck.RunAsync(file, CancellationToken.None);

        Assert.True(check.Facts > 0);
        Assert.True(
            !check.Unexplained.Any(),
            $"{file}\n{string.Join('\n', check.Unexplained.Take(40).Select(static item => $"{item.Subject}: {item.Own ?? "nothing"} / NSwag {item.Other ?? "nothing"} ({item.Place.Pointer})"))}"
        );
    }
}
