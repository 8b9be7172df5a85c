using System.Globalization;

namespace KoreXo.Cli.Outcomes;

/// <summary>Describes errors in the values of options.</summary>
internal static class OptionError
{
    /// <summary>Returns the message of an exception without the parameter name, which means nothing on a command line.</summary>
    public static string Text(ArgumentException error)
    {
        var suffix = $" (Parameter '{error.ParamName}')";
        var end = error.ParamName is null ? -1 : error.Message.IndexOf(suffix, StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message.Remove(end, suffix.Length);
    }

    /// <summary>Parses a whole number.</summary>
    /// <exception cref="CommandException">The value is not a number in that range.</exception>
    public static int Number(string option, string text, int least, int most, int example) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} '{text}' is not a whole number from {least} to {most}; write {option} {example}, for example."
                )
            );
}
