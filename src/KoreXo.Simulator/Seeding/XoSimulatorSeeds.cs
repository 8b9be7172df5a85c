using KoreXo.Simulator.Seeding;

namespace KoreXo.Simulator;

/// <summary>Extension methods that fill a simulated platform from a seed.</summary>
public static class XoSimulatorSeeds
{
    /// <summary>
    /// Adds everything that a seed describes, or nothing if the seed has an error: bots with sessions, test suites and FAQs, tables with
    /// rows, views, users, groups and roles. <c>docs/schemas/seed.schema.json</c> is its schema, and <c>korexo simulate --seed FILE</c>
    /// accepts the same files.
    /// </summary>
    /// <param name="platform">The platform to fill.</param>
    /// <param name="json">The seed, for example <c>{"bots":[{"name":"Travel","sessions":20}]}</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when everything has been added.</returns>
    /// <exception cref="FormatException">The seed is not JSON, or has errors. The message has one line for each error, with its line number
    /// and JSON pointer.</exception>
    public static async Task ApplySeedAsync(this XoSimulator platform, string json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(json);
        new SeedApplication(platform).Apply(await SeedReader.ReadAsync(json, platform, cancellationToken).ConfigureAwait(false));
    }
}
