using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Solutions;

/// <summary>
/// Tells which projects a solution names. The workspace cannot open the newer form, and of the older it also gives what its projects
/// reference.
/// </summary>
internal static partial class SolutionMembers
{
    /// <summary>Gives the full paths of the C# projects of a .sln or .slnx.</summary>
    /// <exception cref="CommandException">The file cannot be read, or is not XML though it should be.</exception>
    public static List<string> Read(string path)
    {
        try
        {
            var named = Path.GetExtension(path).Equals(".slnx", StringComparison.OrdinalIgnoreCase)
                ? XDocument.Load(path).Descendants("Project").Select(static project => (string?)project.Attribute("Path"))
                : ProjectLine().Matches(File.ReadAllText(path)).Select(static match => match.Groups["path"].Value);
            return
            [
                .. named
                    .OfType<string>()
                    .Where(static project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                    .Select(project => Path.GetFullPath(project.Replace('\\', '/'), Path.GetDirectoryName(path)!)),
            ];
        }
        catch (Exception fault) when (fault is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} is not a solution: {fault.Message}", fault);
        }
    }

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)",""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectLine();
}
