using System.Globalization;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Simulation;

/// <summary>
/// The values of <c>--seed</c>: files that describe the platform's content, and at most one number that seeds ids and faults.
/// </summary>
internal sealed record SeedOption(int Number, IReadOnlyList<(string Path, string Json)> Files)
{
    /// <exception cref="CommandException">A file cannot be read, or more than one number is given.</exception>
    public static async Task<SeedOption> ReadAsync(IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        var numbers = new List<int>();
        var files = new List<(string, string)>();
        foreach (var value in values)
        {
            // "--seed 42" was a number before seeds could be files, and still is. A file that is called 42 wins, because it was created
            // on purpose; whoever means the number can see the file.
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
            ? throw new CommandException($"--seed is given {numbers.Count} numbers; give at most one number, and any number of files.")
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
                $"--seed '{path}' cannot be read: {FileProblem.Describe(path, error)} Give the path of a JSON file, or a number.",
                error
            );
        }
    }
}
