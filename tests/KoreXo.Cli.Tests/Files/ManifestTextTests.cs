using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Files;

/// <summary>A manifest is edited on disk, and nothing but the edit changes.</summary>
public sealed class ManifestTextTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task The_edit_is_written_and_a_byte_order_mark_stays(string mark)
    {
        var path = Write(Encoding.UTF8.GetBytes(mark + "{ \"app\": \"größe\" }\r\n"));

        var changed = await ManifestText.EditAsync(
            path,
            write: true,
            static text => text.Replace("größe", "weite", StringComparison.Ordinal),
            default
        );

        Assert.True(changed);
        Assert.Equal(Encoding.UTF8.GetBytes(mark + "{ \"app\": \"weite\" }\r\n"), await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_dry_run_says_that_it_would_change_and_writes_nothing()
    {
        var path = Write("a"u8.ToArray());

        Assert.True(await ManifestText.EditAsync(path, write: false, static text => text + "b", default));
        Assert.Equal("a", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_leaves_the_file_alone()
    {
        var path = Write("a"u8.ToArray());
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.False(await ManifestText.EditAsync(path, write: true, static text => text, default));
        Assert.Equal(2026, File.GetLastWriteTimeUtc(path).Year);
        Assert.Equal(1, File.GetLastWriteTimeUtc(path).DayOfYear);
    }

    // The whole file is written back: what a lenient decoder replaces would be lost far from the edit.
    [Fact]
    public async Task Bytes_that_are_no_text_are_not_written_back_as_something_else()
    {
        byte[] bytes = [.. "{ \"app\": \""u8, 0xE9, .. "\" }"u8];
        var path = Write(bytes);

        var refused = await Assert.ThrowsAsync<CommandException>(() =>
            ManifestText.EditAsync(path, write: true, static text => text + " ", default)
        );

        Assert.StartsWith($"{path} cannot be changed: ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Assert.StartsWith(
            $"{_folder.File("none.json")} cannot be changed: ",
            (
                await Assert.ThrowsAsync<CommandException>(() =>
                    ManifestText.EditAsync(_folder.File("none.json"), write: true, static text => text, default)
                )
            ).Message,
            StringComparison.Ordinal
        );

    public void Dispose() => _folder.Dispose();

    private string Write(byte[] bytes)
    {
        var path = _folder.File("bot.scopes.json");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
