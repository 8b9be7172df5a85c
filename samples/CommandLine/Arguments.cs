namespace KoreXo.Samples;

/// <summary>Options of a command line, each a name and a value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the options.</summary>
    /// <exception cref="FormatException">One is unknown, or lacks its value.</exception>
    /// <exception cref="HelpRequestedException">Help is asked for.</exception>
    public Arguments(string[] args, params string[] known)
    {
        if (args.Any(static name => name is "--help" or "-h" or "-?"))
        {
            throw new HelpRequestedException();
        }

        for (var index = 0; index < args.Length; index += 2)
        {
            var name = args[index];
            if (!known.Contains(name))
            {
                throw new FormatException($"There is no option {name}.");
            }

            _values[name] = index + 1 < args.Length ? args[index + 1] : throw new FormatException($"{name} needs a value.");
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Gives a number.</summary>
    /// <exception cref="FormatException">It is none, not positive, or too large.</exception>
    public int Number(string name, int otherwise, int most = int.MaxValue) =>
        this[name] is not { } text ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0
        && number <= most
            ? number
        : throw new FormatException($"{name} must be a number from 1 to {most}.");

    /// <summary>Gives an environment variable, which is where secrets belong.</summary>
    /// <exception cref="FormatException">It is not set.</exception>
    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new FormatException($"{name} is not set.");
}
