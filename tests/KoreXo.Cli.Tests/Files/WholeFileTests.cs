using KoreXo.Cli.Files;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Files;

/// <summary>A file is replaced as a whole, or not at all.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    [Fact]
    public async Task A_new_file_has_the_bytes_and_nothing_stays_beside_it()
    {
        await WholeFile.WriteAsync(_folder.File("a.txt"), "new"u8.ToArray(), default);

        Assert.Equal("new", await File.ReadAllTextAsync(_folder.File("a.txt")));
        Assert.Equal([_folder.File("a.txt")], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_the_old_content()
    {
        _folder.Write("a.txt", "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            WholeFile.WriteAsync(_folder.File("a.txt"), "new"u8.ToArray(), new CancellationToken(canceled: true))
        );

        Assert.Equal("old", await File.ReadAllTextAsync(_folder.File("a.txt")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error() =>
        await Assert.ThrowsAnyAsync<IOException>(() => WholeFile.WriteAsync(_folder.File("none/a.txt"), "new"u8.ToArray(), default));

    [Fact]
    public async Task A_writer_that_fails_leaves_the_old_content()
    {
        _folder.Write("a.txt", "old");

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            WholeFile.WriteAsync(
                _folder.File("a.txt"),
                static async (file, cancellationToken) =>
                {
                    await file.WriteAsync("half"u8.ToArray(), cancellationToken);
                    throw new InvalidDataException();
                },
                default
            )
        );

        Assert.Equal("old", await File.ReadAllTextAsync(_folder.File("a.txt")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    // A root user who writes to /dev/null would otherwise have a file there.
    [Fact]
    public async Task What_is_among_the_devices_is_written_to_and_not_replaced()
    {
        const string memory = "/dev/shm";
        if (!Directory.Exists(memory))
        {
            return; // there are no devices to write to, as on Windows
        }

        var path = Path.Combine(memory, Path.GetRandomFileName());
        try
        {
            await using var same = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
            await WholeFile.WriteAsync(path, "new"u8.ToArray(), default);

            using var reader = new StreamReader(same);
            Assert.Equal("new", await reader.ReadToEndAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => _folder.Dispose();
}
