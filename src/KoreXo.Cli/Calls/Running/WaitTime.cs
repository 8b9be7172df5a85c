using System.Globalization;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Reads how long a job is awaited: a number with its unit, as in shells.</summary>
internal static class WaitTime
{
    private const int Longest = 1_000_000;

    /// <exception cref="CommandException">The text is not a positive number with s, m or h behind it.</exception>
    public static TimeSpan Parse(string text)
    {
        if (
            text.Length > 1
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= Longest
        )
        {
            switch (text[^1])
            {
                case 's':
                    return TimeSpan.FromSeconds(number);
                case 'm':
                    return TimeSpan.FromMinutes(number);
                case 'h' when number <= Longest / 60:
                    return TimeSpan.FromHours(number);
                default:
                    break;
            }
        }

        throw new CommandException($"--wait is '{text}', but must be a number of seconds, minutes or hours, such as 90s, 45m or 2h.");
    }
}
