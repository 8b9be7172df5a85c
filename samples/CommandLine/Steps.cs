using Spectre.Console;

namespace KoreXo.Samples;

/// <summary>Shows the steps of a program: a spinner on a terminal, lines elsewhere, such as in a build log.</summary>
internal static class Steps
{
    /// <summary>Runs a step, which reports its progress.</summary>
    public static async Task<T> RunAsync<T>(string name, Func<Action<string>, Task<T>> step)
    {
        T result;
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            result = await step(text => Console.WriteLine($"  {name}: {text}"));
        }
        else
        {
            result = await AnsiConsole
                .Status()
                .StartAsync(Markup.Escape(name), status => step(text => status.Status(Markup.Escape($"{name}: {text}"))));
        }

        Console.WriteLine($"{name}: done");
        return result;
    }
}
