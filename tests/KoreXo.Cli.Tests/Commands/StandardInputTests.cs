using System.CommandLine;
using KoreXo.Cli.Commands;

namespace KoreXo.Cli.Tests.Commands;

/// <summary>Ctrl+C ends a command that waits for standard input, such as that of a terminal that nobody types into.</summary>
[Collection(nameof(StandardInputTests))]
[CollectionDefinition(nameof(StandardInputTests), DisableParallelization = true)]
public sealed class StandardInputTests
{
    [Theory]
    [InlineData("token", "explain")]
    [InlineData("token", "make", "--client-id", "cs-1")]
    [InlineData("call", "data-tables", "insert-row", "--table-name", "Contacts", "--simulate", "--body", "-")]
    public async Task A_command_that_waits_for_input_can_be_interrupted(params string[] words)
    {
        using var silent = new SilentReader();
        using var pressed = new CancellationTokenSource();
        var input = Console.In;
        Console.SetIn(silent);
        try
        {
            var run = CommandLine.RunAsync(
                words,
                new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null },
                pressed.Token
            );
            await silent.IsRead.Task;
            await pressed.CancelAsync();

            Assert.Equal(130, await run);
        }
        finally
        {
            Console.SetIn(input);
            silent.End();
        }
    }

    /// <summary>Standard input that stays open and never says anything.</summary>
    private sealed class SilentReader : TextReader
    {
        private readonly TaskCompletionSource _end = new();

        public TaskCompletionSource IsRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => _end.SetResult();

        public override string ReadToEnd()
        {
            IsRead.TrySetResult();
            _end.Task.GetAwaiter().GetResult();
            return "";
        }
    }
}
