using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Files;

/// <summary>Links, devices and protected files are what they were after a write.</summary>
public sealed class LinkedFileTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    [Fact]
    public async Task A_chain_of_links_stays_and_the_file_at_its_end_is_written()
    {
        _folder.Write("real.json", "old");
        File.CreateSymbolicLink(_folder.File("middle"), "real.json");
        File.CreateSymbolicLink(_folder.File("first"), "middle");

        await WholeFile.WriteAsync(_folder.File("first"), "new"u8.ToArray(), default);

        Assert.Equal("new", await File.ReadAllTextAsync(_folder.File("real.json")));
        Assert.Equal(
            ("middle", "real.json"),
            (new FileInfo(_folder.File("first")).LinkTarget, new FileInfo(_folder.File("middle")).LinkTarget)
        );
    }

    [Fact]
    public async Task A_link_to_a_file_that_is_not_there_yet_stays_a_link()
    {
        File.CreateSymbolicLink(_folder.File("link"), "later.json");

        await WholeFile.WriteAsync(_folder.File("link"), "new"u8.ToArray(), default);

        Assert.Equal("later.json", new FileInfo(_folder.File("link")).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(_folder.File("later.json")));
    }

    [Fact]
    public async Task A_link_into_a_folder_that_is_not_there_is_an_error()
    {
        File.CreateSymbolicLink(_folder.File("link"), "none/later.json");

        await Assert.ThrowsAnyAsync<IOException>(() => WholeFile.WriteAsync(_folder.File("link"), "new"u8.ToArray(), default));

        Assert.Equal("none/later.json", new FileInfo(_folder.File("link")).LinkTarget);
    }

    [Fact]
    public async Task Links_in_a_circle_are_an_error_and_stay()
    {
        File.CreateSymbolicLink(_folder.File("a"), "b");
        File.CreateSymbolicLink(_folder.File("b"), "a");

        await Assert.ThrowsAnyAsync<IOException>(() => WholeFile.WriteAsync(_folder.File("a"), "new"u8.ToArray(), default));

        Assert.Equal(("b", "a"), (new FileInfo(_folder.File("a")).LinkTarget, new FileInfo(_folder.File("b")).LinkTarget));
    }

    // Written by its administrator, /dev/null would be a file from then on.
    [Fact]
    public async Task A_link_to_a_device_is_written_to_and_the_device_is_not_replaced()
    {
        const string memory = "/dev/shm";
        if (!Directory.Exists(memory))
        {
            return; // there are no devices to write to, as on Windows
        }

        var device = Path.Combine(memory, Path.GetRandomFileName());
        try
        {
            await using var same = new FileStream(device, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
            File.CreateSymbolicLink(_folder.File("link"), device);

            await WholeFile.WriteAsync(_folder.File("link"), "new"u8.ToArray(), default);

            using var reader = new StreamReader(same);
            Assert.Equal("new", await reader.ReadToEndAsync());
        }
        finally
        {
            File.Delete(device);
        }
    }

    [Fact]
    public async Task The_permissions_of_a_file_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        _folder.Write("a.json", "old");
        File.SetUnixFileMode(_folder.File("a.json"), mode);

        await WholeFile.WriteAsync(_folder.File("a.json"), "new"u8.ToArray(), default);

        Assert.Equal(mode, File.GetUnixFileMode(_folder.File("a.json")));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-32", true)]
    [InlineData("iso-8859-1", false)]
    public async Task A_manifest_in_another_encoding_is_refused_and_stays(string encoding, bool hasMark)
    {
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? written.GetPreamble() : [], .. written.GetBytes("{ \"app\": \"größe\" }")];
        await File.WriteAllBytesAsync(_folder.File("bot.scopes.json"), bytes);

        var refused = await Assert.ThrowsAsync<CommandException>(() =>
            ManifestText.EditAsync(_folder.File("bot.scopes.json"), write: true, static text => text + " ", default)
        );

        Assert.StartsWith($"{_folder.File("bot.scopes.json")} cannot be changed: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.File("bot.scopes.json")));
    }

    [Fact]
    public async Task A_folder_with_the_name_of_a_manifest_is_called_one()
    {
        Directory.CreateDirectory(_folder.File("bot.scopes.json"));

        Assert.Equal(
            $"{_folder.File("bot.scopes.json")} cannot be changed: It is a folder.",
            (
                await Assert.ThrowsAsync<CommandException>(() =>
                    ManifestText.EditAsync(_folder.File("bot.scopes.json"), write: true, static text => text + " ", default)
                )
            ).Message
        );
    }

    [Fact]
    public async Task Half_of_a_letter_is_not_written_as_something_else()
    {
        _folder.Write("bot.scopes.json", "{}");

        await Assert.ThrowsAsync<CommandException>(() =>
            ManifestText.EditAsync(_folder.File("bot.scopes.json"), write: true, static _ => "\ud83d", default)
        );

        Assert.Equal("{}", await File.ReadAllTextAsync(_folder.File("bot.scopes.json")));
    }

    public void Dispose() => _folder.Dispose();
}
