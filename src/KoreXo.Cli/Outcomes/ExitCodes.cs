namespace KoreXo.Cli.Outcomes;

/// <summary>What the process ends with. Documented in the tool's README; scripts rely on it.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing was found that was asked to be a failure.</summary>
    public const int Success = 0;

    /// <summary>
    /// Done, and something was found: missing or unused scopes with <c>--check</c>, a breaking change with <c>--check</c>, two
    /// readers that disagree.
    /// </summary>
    public const int Found = 1;

    /// <summary>Not done: the input cannot be loaded or the command line is wrong.</summary>
    public const int Failed = 2;
}
