namespace KoreXo.Samples;

/// <summary>Command-line options, each with a name and a value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Parses the options.</summary>
    /// <exception cref="FormatException">An option is unknown, or its value is missing.</exception>
    /// <exception cref="HelpRequestedException">Help is requested.</exception>
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
                throw new FormatException($"Unknown option {name}.");
            }

            _values[name] = index + 1 < args.Length ? args[index + 1] : throw new FormatException($"{name} requires a value.");
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Returns the value of a numeric option.</summary>
    /// <exception cref="FormatException">The value is not a number, not positive, or too large.</exception>
    public int Number(string name, int otherwise, int most = int.MaxValue) =>
        this[name] is not { } text ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0
        && number <= most
            ? number
        : throw new FormatException($"{name} must be a number from 1 to {most}.");

    /// <summary>Returns an environment variable, which is where secrets belong.</summary>
    /// <exception cref="FormatException">The variable is not set.</exception>
    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new FormatException($"{name} is not set.");
}
