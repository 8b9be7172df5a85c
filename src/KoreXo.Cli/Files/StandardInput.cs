namespace KoreXo.Cli.Files;

/// <summary>Reads standard input.</summary>
internal static class StandardInput
{
    // The reader of the console blocks even where it is asynchronous, and then Ctrl+C would be noticed only after the end of the input.
    /// <summary>Reads until the end, or until the command is interrupted.</summary>
    public static Task<string> ReadAsync(CancellationToken cancellationToken) =>
        Task.Run(Console.In.ReadToEnd, CancellationToken.None).WaitAsync(cancellationToken);
}
