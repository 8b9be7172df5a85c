using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>The lock that a report is compared with, or why there is none.</summary>
public sealed class LockBaseTests
{
    [Fact]
    public async Task A_file_is_read_whatever_it_is_called()
    {
        using var folder = new SpecFolder().Write("my base", """{ "version": 1, "apps": { "bot": [] } }""");

        Assert.Equal("bot", Assert.Single((await LockBase.ReadAsync(folder.File("my base"), folder.Path, default)).Apps).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    public async Task A_blank_base_is_not_what_is_staged(string name) =>
        Assert.Equal("--base is empty; write a lock or a git revision, such as origin/main.", await MessageAsync(name));

    [Theory]
    [InlineData("origin/none")]
    [InlineData("--output=x")]
    [InlineData("HEAD")]
    public async Task What_is_neither_file_nor_revision_is_named_with_the_words_of_git(string name)
    {
        using var folder = new SpecFolder();

        var message = (await Assert.ThrowsAsync<CommandException>(() => LockBase.ReadAsync(name, folder.Path, default))).Message;

        Assert.StartsWith(
            $"--base {name} is neither a file nor a git revision that has scopes.lock in {folder.Path}: fatal: ",
            message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("", "is not a lock: ")]
    [InlineData("""{ "version": 2, "apps": {} }""", "was written by a later version of korexo. Update the tool.")]
    public async Task A_file_of_another_form_is_named(string text, string why)
    {
        using var folder = new SpecFolder().Write("base", text);

        Assert.Contains($"{folder.File("base")} {why}", await MessageAsync(folder.File("base")), StringComparison.Ordinal);
    }

    private static async Task<string> MessageAsync(string name) =>
        (await Assert.ThrowsAsync<CommandException>(() => LockBase.ReadAsync(name, Path.GetTempPath(), default))).Message;
}
