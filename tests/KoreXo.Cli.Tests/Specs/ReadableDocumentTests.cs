namespace KoreXo.Cli.Tests.Specs;

/// <summary>Documents that nothing can be read from, given to each command that takes one.</summary>
public sealed class ReadableDocumentTests
{
    public static TheoryData<string> Commands => ["spec check", "spec diff", "generate", "simulate", "call"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_folder_is_called_one(string command)
    {
        using var folder = new SpecFolder();
        Directory.CreateDirectory(folder.File("crm.yaml"));

        var ended = await RunAsync(command, folder, "crm.yaml");

        Refuses(ended, command == "spec diff" ? "has no documents; " : "cannot be read: It is a folder.");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task An_empty_file_is_called_empty(string command)
    {
        using var folder = new SpecFolder().Write("crm.yaml", "");

        Refuses(await RunAsync(command, folder, "crm.yaml"), "empty");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Bytes_that_are_no_text_are_refused_without_being_shown(string command)
    {
        using var folder = new SpecFolder();
        await File.WriteAllBytesAsync(folder.File("crm.yaml"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0x1B, 0xFF]);

        var ended = await RunAsync(command, folder, "crm.yaml");

        Refuses(ended, "crm.yaml");
        Assert.DoesNotContain(ended.Error.TrimEnd(), static letter => char.IsControl(letter) && letter != '\n');
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_name_that_is_too_long_is_refused(string command)
    {
        using var folder = new SpecFolder();

        Refuses(await RunAsync(command, folder, new string('a', 5000) + ".yaml"), new string('a', 5000));
    }

    private static void Refuses(Korexo.Ended ended, string why)
    {
        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("korexo: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("listen on port", ended.Error, StringComparison.Ordinal);
    }

    private static Task<Korexo.Ended> RunAsync(string command, SpecFolder folder, string name) =>
        Korexo.RunAsync([
            .. command.Split(' '),
            .. command switch
            {
                "spec diff" => new[] { folder.File(name), SpecDocuments.PathOf("old/shop.openapi.yaml") },
                "generate" => [folder.File(name), "--output", folder.File("out")],
                "simulate" => [folder.File(name), "--list"],
                "call" => ["--document", folder.File(name), "--help"],
                _ => [folder.File(name)],
            },
        ]);
}
