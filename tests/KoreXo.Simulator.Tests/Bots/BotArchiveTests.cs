using System.IO.Compression;
using System.Text;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Tests.Bots;

/// <summary>Archives that are written on any day, and read back as they were.</summary>
public sealed class BotArchiveTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z", 1980)]
    [InlineData("1979-12-31T23:59:59Z", 1980)]
    [InlineData("2026-03-01T12:00:00Z", 2026)]
    [InlineData("2107-12-31T23:59:59Z", 2107)]
    [InlineData("2108-01-01T00:00:00Z", 2107)]
    [InlineData("9999-12-31T23:59:59Z", 2107)]
    public void An_archive_can_be_written_at_any_time(string now, int year)
    {
        var bytes = BotArchive.Write(Content(), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
        Assert.All(archive.Entries, entry => Assert.Equal(year, entry.LastWriteTime.Year));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var content = Content() with
        {
            Icon = new byte[] { 0, 255, 1 },
            Functions = [new BotFile("ü b.js", "1"u8.ToArray()), new BotFile("empty.js", ReadOnlyMemory<byte>.Empty)],
        };

        var read = BotArchive.Read(BotArchive.Write(content, DateTimeOffset.UnixEpoch), "/zipInfo");

        Assert.Equal("{}", Encoding.UTF8.GetString(read.Definition.Span));
        Assert.Equal("[]", Encoding.UTF8.GetString(read.Configuration.Span));
        Assert.Equal([0, 255, 1], read.Icon!.Value.ToArray());
        Assert.Equal(
            [("ü b.js", "1"), ("empty.js", "")],
            read.Functions.Select(function => (function.Name, Encoding.UTF8.GetString(function.Content.Span)))
        );
    }

    [Fact]
    public void Without_functions_and_icon_there_are_none()
    {
        var read = BotArchive.Read(BotArchive.Write(Content(), DateTimeOffset.UnixEpoch), "/zipInfo");

        Assert.Empty(read.Functions);
        Assert.Null(read.Icon);
    }

    private static BotContent Content() => new("{}"u8.ToArray(), "[]"u8.ToArray());
}
