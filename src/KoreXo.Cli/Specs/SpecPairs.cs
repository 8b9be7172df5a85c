using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Specs;

/// <summary>Determines which documents to compare: two files, or the documents of two folders, paired by file name.</summary>
internal static class SpecPairs
{
    private static readonly string[] Endings = [".openapi.yaml", ".openapi.yml", ".openapi.json"];

    /// <exception cref="CommandException">A path does not exist, one path is a file and the other a folder, or a folder has no
    /// documents.</exception>
    public static IReadOnlyList<SpecPair> Find(string old, string @new)
    {
        if (File.Exists(old) && File.Exists(@new))
        {
            return [new SpecPair(Path.GetFileName(old), old, @new)];
        }

        var before = Documents(old, @new);
        var after = Documents(@new, old);
        return
        [
            .. before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new SpecPair(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
        ];
    }

    private static Dictionary<string, string> Documents(string folder, string other)
    {
        if (File.Exists(folder))
        {
            throw new CommandException(
                Directory.Exists(other)
                    ? $"'{folder}' is a file and '{other}' is a folder; give two files or two folders."
                    : $"'{other}' does not exist."
            );
        }

        if (!Directory.Exists(folder))
        {
            throw new CommandException($"'{folder}' does not exist.");
        }

        var documents = Directory
            .EnumerateFiles(folder)
            .Where(static file => Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(static file => Path.GetFileName(file), StringComparer.Ordinal);
        return documents.Count > 0
            ? documents
            : throw new CommandException(
                $"'{folder}' has no documents; their names end in {string.Join(", ", Endings)}. Give two files to compare others."
            );
    }
}
