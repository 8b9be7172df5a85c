using System.IO.Compression;
using System.Net;
using System.Text;

namespace KoreXo.Simulator.Tests.Bots;

/// <summary>Archives that are damaged, or say something else about their content than is in them.</summary>
public sealed class ArchiveTests : BotTest
{
    private const int LocalMethod = 8;
    private const int LocalLength = 22;
    private const int CentralMethod = 10;
    private const int CentralLength = 24;
    private static readonly byte[] LocalHeader = [0x50, 0x4b, 3, 4];
    private static readonly byte[] CentralHeader = [0x50, 0x4b, 1, 2];

    [Theory]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public async Task An_archive_with_wrong_lengths_is_damaged(int length)
    {
        var bytes = BitConverter.GetBytes(length);
        var archive = Patch(Patch(Write(Both), CentralHeader, CentralLength, bytes), LocalHeader, LocalLength, bytes);

        Assert.Contains("/zipInfo", await RefusalAsync(archive), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_with_a_compression_of_its_own_is_refused()
    {
        byte[] bzip2 = [12, 0];
        var archive = Patch(Patch(Write(Both), CentralHeader, CentralMethod, bzip2), LocalHeader, LocalMethod, bzip2);

        Assert.Contains("/zipInfo: the file is not a zip archive", await RefusalAsync(archive), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_an_archive_is_damaged()
    {
        var archive = Write(Both);

        Assert.Contains("not a zip archive", await RefusalAsync(archive[..(archive.Length / 2)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("botDefinition.json", "config.json")]
    [InlineData("config.json", "botDefinition.json")]
    public async Task A_file_that_the_archive_lacks_is_named(string present, string lacking) =>
        Assert.Contains(
            $"/zipInfo: the archive holds no {lacking}",
            await RefusalAsync(Write([(present, "{}")])),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_empty_archive_and_one_of_folders_lack_the_definition()
    {
        Assert.Contains("holds no botDefinition.json", await RefusalAsync(Write([])), StringComparison.Ordinal);
        Assert.Contains(
            "holds no botDefinition.json",
            await RefusalAsync(Write([("botDefinition.json/", ""), ("a/", "")])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_definition_in_an_archive_is_read_like_one_of_its_own() =>
        Assert.Contains(
            "/zipInfo: the definition is not a JSON object",
            await RefusalAsync(Write([("botDefinition.json", "[]"), ("config.json", "{}")])),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_name_that_leaves_the_archive_is_only_a_name()
    {
        var archive = Write([.. Both, ("botFunctions/../../evil.js", "1"), ("botFunctions/a/b.js", "2"), ("other.txt", "3")]);
        var status = await ImportAsync(
            "/api/public/bot/import",
            new() { ["uploadMode"] = "ZIP", ["zipInfo"] = await UploadAsync(archive, "bot.zip", "zip") }
        );

        Assert.Equal(
            ["../../evil.js", "a/b.js"],
            status["statusLogs"]!
                .AsArray()
                .Where(log => log!["taskType"]!.GetValue<string>() == "BotFunctions")
                .Select(log => log!["taskName"]!.GetValue<string>())
        );
    }

    private static IReadOnlyList<(string Name, string Content)> Both =>
        [("botDefinition.json", """{"name":"Zipped"}"""), ("config.json", "{}")];

    private async Task<string> RefusalAsync(byte[] archive)
    {
        var id = await UploadAsync(archive, "bot.zip", "zip");
        var body = $$"""{"uploadMode":"ZIP","zipInfo":"{{id}}"}""";
        return (await Caller.PostAsync("/api/public/bot/import", body)).Refusal(HttpStatusCode.BadRequest);
    }

    private static byte[] Write(IReadOnlyList<(string Name, string Content)> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes over a part of each header of a kind.</summary>
    private static byte[] Patch(byte[] archive, byte[] header, int offset, byte[] value)
    {
        var copy = archive.ToArray();
        var at = copy.AsSpan().IndexOf(header);
        while (at >= 0)
        {
            value.CopyTo(copy, at + offset);
            var next = copy.AsSpan(at + header.Length).IndexOf(header);
            at = next < 0 ? -1 : at + header.Length + next;
        }

        return copy;
    }
}
