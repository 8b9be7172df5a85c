using System.Globalization;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Simulation;

/// <summary>
/// The values of <c>--seed</c>: files that describe what the platform holds, and at most one number that ids and faults are made from.
/// </summary>
internal sealed record SeedOption(int Number, IReadOnlyList<(string Path, string Json)> Files)
{
    /// <exception cref="CommandException">A file cannot be read, or there are several numbers.</exception>
    public static async Task<SeedOption> ReadAsync(IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        var numbers = new List<int>();
        var files = new List<(string, string)>();
        foreach (var value in values)
        {
            if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !File.Exists(value))
            {
                numbers.Add(number);
            }
            else
            {
                files.Add((value, await ReadFileAsync(value, cancellationToken)));
            }
        }

        return numbers.Count > 1
            ? throw new CommandException(
                $"--seed is given {numbers.Count} numbers; write one number, and beside it as many files as you like."
            )
            : new SeedOption(numbers.Append(1).First(), files);
    }

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException(
                $"--seed '{path}' cannot be read: {error.Message} Write the path of a JSON file, or a number.",
                error
            );
        }
    }
}
