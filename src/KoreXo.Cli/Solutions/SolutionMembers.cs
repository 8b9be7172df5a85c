using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Solutions;

/// <summary>
/// Reads which projects a solution lists. The workspace cannot open .slnx files, and for .sln files it also returns the projects that the
/// listed ones reference.
/// </summary>
internal static partial class SolutionMembers
{
    /// <summary>Returns the full paths of the C# projects of a .sln or .slnx file.</summary>
    /// <exception cref="CommandException">The file cannot be read, or a .slnx file is not valid XML.</exception>
    public static List<string> Read(string path)
    {
        try
        {
            var named = Path.GetExtension(path).Equals(".slnx", StringComparison.OrdinalIgnoreCase)
                ? Load(path).Descendants("Project").Select(static project => (string?)project.Attribute("Path"))
                : ProjectLine().Matches(File.ReadAllText(path)).Select(static match => match.Groups["path"].Value);
            return
            [
                .. named
                    .OfType<string>()
                    // In a .sln file, folders are written like projects, and paths have backslashes on any system.
                    .Where(static project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                    .Select(project => Path.GetFullPath(project.Replace('\\', '/'), Path.GetDirectoryName(path)!)),
            ];
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} is not a solution: {exception.Message}", exception);
        }
    }

    // A path would be read as a URL, and "my%20app" in it as "my app".
    private static XDocument Load(string path)
    {
        using var file = File.OpenRead(path);
        return XDocument.Load(file);
    }

    [GeneratedRegex(
        """^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)",""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Timeout.Infinite
    )]
    private static partial Regex ProjectLine();
}
