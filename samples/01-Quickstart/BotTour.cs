using System.IO.Compression;
using System.Text;
using KoreXo;
using KoreXo.BotDefinition;

namespace Quickstart;

/// <summary>Uploads, imports, exports and saves a bot.</summary>
internal static class BotTour
{
    private const string Definition = """{"name":"Travel","dialogs":[{"name":"Book a flight"}]}""";

    public static async Task<(string Name, long Length)> RunAsync(KoreXoClient xo, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("Bot definition");

        var imported = await ImportAsync(xo, cancellationToken);
        var botId = imported.BotId ?? throw new MismatchException("The import succeeded but returned no bot.");
        Console.WriteLine($"  imported as {botId}");

        var export = await xo.BotDefinition.StartBotExportAsync(
            botId,
            new() { ExportType = BotExportType.Latest },
            cancellationToken: cancellationToken
        );
        var exported = await export.WaitAsync(Fast, Progress("export"), cancellationToken);
        return await SaveAsync(
            xo,
            exported.DownloadUrl ?? throw new MismatchException("The export succeeded but returned no link."),
            cancellationToken
        );
    }

    /// <summary>The simulator is local, so it can be polled more often than the default.</summary>
    private static JobPolling Fast => new() { InitialDelay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromSeconds(1) };

    private static async Task<BotImportStatus> ImportAsync(KoreXoClient xo, CancellationToken cancellationToken)
    {
        var definition = await UploadAsync(xo, "botdefinition.json", Definition, cancellationToken);
        var configuration = await UploadAsync(xo, "botconfig.json", "{}", cancellationToken);
        var icon = await UploadAsync(xo, "icon.json", "{}", cancellationToken);

        var import = await xo.BotDefinition.StartBotImportAsNewBotAsync(
            new ImportNewBotFromFiles
            {
                Name = "Travel",
                BotDefinition = definition,
                ConfigInfo = configuration,
                Icon = icon,
            },
            cancellationToken: cancellationToken
        );
        return await import.WaitAsync(Fast, Progress("import"), cancellationToken);
    }

    private static async Task<string> UploadAsync(KoreXoClient xo, string name, string content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var file = await xo.BotDefinition.UploadFileAsync(
            new()
            {
                File = new FilePart(stream, name),
                FileContext = FileContext.BulkImport,
                FileExtension = FileExtension.Json,
            },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"  uploaded {name} as {file.FileId}");
        return file.FileId;
    }

    private static InlineProgress Progress(string what) =>
        new(seen => Console.WriteLine($"  {what}: {seen.State} after {seen.Polls} polls, {seen.Elapsed.TotalSeconds:0.0} s"));

    private static async Task<(string Name, long Length)> SaveAsync(KoreXoClient xo, Uri link, CancellationToken cancellationToken)
    {
        // The link carries its own permission; the token is sent only if the link leads to the platform itself.
        var path = Path.Combine(Path.GetTempPath(), "korexo-quickstart.zip");
        var length = await xo.BotDefinition.DownloadAsync(link, path, cancellationToken: cancellationToken);

        using var zip = ZipFile.OpenRead(path);
        Console.WriteLine($"  saved {zip.Entries.Count} entries to {path}");
        MismatchException.ThrowUnless(
            zip.Entries.Any(static entry => Holds(entry, "Book a flight")),
            "The archive does not contain the imported dialog."
        );
        return (path, length);
    }

    private static bool Holds(ZipArchiveEntry entry, string text)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
