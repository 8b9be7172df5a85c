using KoreXo.Simulator.Files;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Files;

/// <summary>Names that clients give to files, of which none leads out of a folder.</summary>
public sealed class FileStoreTests
{
    private readonly FileStore _files = new(new IdSource(1));

    [Theory]
    [InlineData("hello.js", "hello.js")]
    [InlineData("a b ü.js", "a b ü.js")]
    [InlineData("C:\\bots\\hello.js", "hello.js")]
    [InlineData("/home/ada/hello.js", "hello.js")]
    [InlineData("../../hello.js", "hello.js")]
    [InlineData("..\\hello.js", "hello.js")]
    [InlineData("...", "...")]
    public void The_last_part_of_a_path_is_the_name(string sent, string name) =>
        Assert.Equal(name, _files.Add(sent, "js", ReadOnlyMemory<byte>.Empty).UploadedName);

    [Theory]
    [InlineData("folder/")]
    [InlineData("..")]
    [InlineData("a/..")]
    [InlineData("\\.")]
    [InlineData("")]
    public void What_has_no_name_is_called_as_the_server_calls_it(string sent)
    {
        var file = _files.Add(sent, "js", ReadOnlyMemory<byte>.Empty);

        Assert.Equal(file.ServerName, file.UploadedName);
        Assert.EndsWith(".js", file.ServerName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_found_by_the_id_of_its_upload_only()
    {
        var file = _files.Add("a.js", "js", "x"u8.ToArray());

        Assert.Same(file, _files.Demand(file.Id, "/icon"));
        var refusal = Assert.Throws<RefusalException>(() => _files.Demand(file.ServerName, "/icon"));
        Assert.Equal(
            (400, $"The body is not valid at /icon: there is no uploaded file '{file.ServerName}'."),
            (refusal.Status, refusal.Message)
        );
    }
}
