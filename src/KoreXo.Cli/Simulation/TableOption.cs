using KoreXo.Cli.Outcomes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>A table in the format of the command line: <c>NAME</c>, or <c>NAME:column,column:type</c>.</summary>
internal sealed record TableOption(string Name, IReadOnlyList<SimulatedColumn> Columns)
{
    private const string Form = "Write --table NAME, or --table NAME:column,column:type, such as --table Contacts:Name,Age:number.";

    /// <exception cref="CommandException">The value is not in that format.</exception>
    public static TableOption Parse(string text)
    {
        var (name, columns) = Split(text);
        if (name.Length == 0)
        {
            throw new CommandException($"--table '{text}' has no name. {Form}");
        }

        return columns is null
            ? new TableOption(name, [])
            : new TableOption(name, [.. columns.Split(',').Select(column => Column(text, column))]);
    }

    private static SimulatedColumn Column(string table, string text)
    {
        var (name, type) = Split(text);
        if (name.Length == 0)
        {
            throw new CommandException($"--table '{table}' has a column without a name. {Form}");
        }

        try
        {
            return type is null ? new SimulatedColumn(name) : new SimulatedColumn(name, type);
        }
        catch (ArgumentException error)
        {
            throw new CommandException($"--table '{table}': {OptionError.Text(error)}", error);
        }
    }

    /// <summary>Splits at the first colon; a name that contains a colon needs a seed file.</summary>
    private static (string Name, string? After) Split(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text.Trim(), null) : (text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}
