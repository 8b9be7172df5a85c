using System.Xml;
using System.Xml.Linq;
using KoreXo.Cli.Commands;

namespace KoreXo.Cli.Solutions;

/// <summary>Reads the newer form of solutions, which the workspace cannot open.</summary>
internal static class XmlSolution
{
    /// <summary>Gives the full paths of the C# projects of a .slnx.</summary>
    /// <exception cref="CommandException">The file is not XML.</exception>
    public static List<string> Projects(string path)
    {
        try
        {
            return [.. XDocument.Load(path)
                .Descendants("Project")
                .Select(static project => (string?)project.Attribute("Path"))
                .OfType<string>()
                .Where(static project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                .Select(project => Path.GetFullPath(project.Replace('\\', '/'), Path.GetDirectoryName(path)!))];
        }
        catch (XmlException fault)
        {
            throw new CommandException($"{path} is not a solution: {fault.Message}", fault);
        }
    }
}
