using KoreXo.Cli.Calls.Running;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The file that <c>--out</c> names is the whole response, or what it was before.</summary>
public sealed class ResultDownloadTests
{
    [Fact]
    public async Task A_response_replaces_the_file_and_its_length_is_told()
    {
        using var folder = new SpecFolder().Write("a photo.bin", "what was there before");
        using var remarks = new StringWriter { NewLine = "\n" };
        using var content = new MemoryStream(new byte[200_000]);

        await ResultDownload.SaveAsync(content, folder.File("a photo.bin"), remarks, default);

        Assert.Equal($"{folder.File("a photo.bin")}: 200000 bytes\n", remarks.ToString());
        Assert.Equal(200_000, new FileInfo(folder.File("a photo.bin")).Length);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_the_old_file()
    {
        using var folder = new SpecFolder().Write("photo.bin", "old");
        using var content = new BrokenStream();

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            ResultDownload.SaveAsync(content, folder.File("photo.bin"), TextWriter.Null, default)
        );

        Assert.Equal("old", await File.ReadAllTextAsync(folder.File("photo.bin")));
        Assert.Equal([folder.File("photo.bin")], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(".", "cannot be written: It is a folder.")]
    [InlineData("none/photo.bin", "cannot be written: Could not find a part of the path")]
    public async Task A_file_that_cannot_be_written_is_named(string name, string why)
    {
        using var folder = new SpecFolder();
        using var content = new MemoryStream([1]);

        Assert.StartsWith(
            $"--out '{folder.File(name)}' {why}",
            (
                await Assert.ThrowsAsync<CommandException>(() =>
                    ResultDownload.SaveAsync(content, folder.File(name), TextWriter.Null, default)
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    private sealed class BrokenStream : MemoryStream
    {
        private bool _isBroken;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isBroken)
            {
                throw new InvalidDataException();
            }

            _isBroken = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
