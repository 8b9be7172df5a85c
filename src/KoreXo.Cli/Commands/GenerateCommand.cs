using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Specs.Generating;
using KoreXo.Generator.Emit;

namespace KoreXo.Cli.Commands;

/// <summary>
/// <c>korexo generate</c>: writes the files that the compiler would emit for documents, for those who want them in their repository.
/// </summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder for the files. Files that an earlier run wrote there and this one does not are deleted.",
            Required = true,
        };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 when a file would change." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var options = new GenerateOptions();
        var command = new Command("generate", "Write the C# files that the compiler would emit for OpenAPI documents.");
        options.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(check);
        command.Options.Add(json);
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var documents = await options.ReadAsync(parsed, cancellationToken);
                    var files = EmittedFiles.Emit(documents, parsed.InvocationConfiguration.Error, cancellationToken);
                    var changes = await WriteAsync(parsed.GetRequiredValue(output), files, !parsed.GetValue(check), cancellationToken);
                    await TellAsync(parsed, changes, parsed.GetValue(json), !parsed.GetValue(check));
                    return parsed.GetValue(check) && changes.Count > 0 ? ExitCodes.Found : ExitCodes.Success;
                }
            )
        );
        return command;
    }

    private static Task TellAsync(ParseResult parsed, IReadOnlyList<(string File, string Change)> changes, bool json, bool written)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (json)
        {
            var entries = changes.Select(static JsonNode (entry) => new JsonObject { ["file"] = entry.File, ["change"] = entry.Change });
            return output.WriteAsync(JsonText.Write(new JsonObject { ["written"] = written, ["changes"] = new JsonArray([.. entries]) }));
        }

        var lines = changes
            .Select(entry => $"{entry.File}: {(written ? "" : "would be ")}{entry.Change}")
            .DefaultIfEmpty("Nothing to change.")
            .Select(ShownText.From);
        return output.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    private static async Task<IReadOnlyList<(string File, string Change)>> WriteAsync(
        string folder,
        IReadOnlyList<(string Name, byte[] Content)> files,
        bool write,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<(string File, string Change)>();
        try
        {
            if (write)
            {
                Directory.CreateDirectory(folder);
            }

            foreach (var (name, content) in files)
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path) && (await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(content))
                {
                    continue;
                }

                changes.Add((name, "written"));
                if (write)
                {
                    await WholeFile.WriteAsync(path, content, cancellationToken);
                }
            }

            foreach (var old in Stale(folder, files))
            {
                changes.Add((Path.GetFileName(old), "deleted"));
                if (write)
                {
                    File.Delete(old);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{folder}' cannot be written: {fault.Message}", fault);
        }

        return changes;
    }

    // A document that is no longer generated leaves files behind that would still be compiled. They are recognized by the mark that the
    // generator writes into each of its files; a file without it is somebody else's, whatever its name.
    private static List<string> Stale(string folder, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var names = files.Select(static file => file.Name).ToHashSet(StringComparer.Ordinal);
        return Directory
            .EnumerateFiles(folder, "*.g.cs")
            .Where(path =>
                !names.Contains(Path.GetFileName(path))
                && File.ReadAllText(path, Encoding.UTF8).Contains(SourceFile.Mark, StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .ToList();
    }
}
