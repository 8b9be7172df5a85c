namespace KoreXo.Cli.Outcomes;

/// <summary>Ends a command. The message says what is wrong, where, and what to do; it is shown without a stack trace.</summary>
public sealed class CommandException : Exception
{
    public CommandException(string message)
        : base(message) { }

    public CommandException(string message, Exception inner)
        : base(message, inner) { }
}
