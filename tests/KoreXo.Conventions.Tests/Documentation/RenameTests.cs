using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>Who looks up an old name finds one that is there.</summary>
public sealed partial class RenameTests
{
    private const string Page = "docs/renames.md";

    [Fact]
    public void Every_new_name_is_part_of_the_surface()
    {
        var surface = Repository
            .Files(".txt", "api")
            .SelectMany(static file => Word().Matches(Repository.Read(file)))
            .Select(static word => word.Value)
            .ToHashSet(StringComparer.Ordinal);

        Rule.Holds($"A name in {Page} that is not under 'before' is in api/:", NewNames(), surface.Contains, static name => name);
    }

    private static List<string> NewNames()
    {
        var names = new List<string>();
        string[] header = [];
        foreach (var line in Repository.Read(Page).Split('\n'))
        {
            if (!line.StartsWith('|'))
            {
                header = [];
                continue;
            }

            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (header.Length == 0)
            {
                header = cells;
                continue;
            }

            names.AddRange(
                cells
                    .Where((_, column) => header[column] != "before")
                    .SelectMany(static cell => Code().Matches(cell))
                    .SelectMany(static code => Word().Matches(code.Groups["code"].Value))
                    .Select(static word => word.Value)
            );
        }

        return names;
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
