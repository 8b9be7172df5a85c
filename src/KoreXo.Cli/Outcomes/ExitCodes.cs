namespace KoreXo.Cli.Outcomes;

/// <summary>The exit codes of the process. They are documented in the tool's README, and scripts rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>The command completed and found nothing that counts as a failure.</summary>
    public const int Success = 0;

    /// <summary>
    /// The command completed and found something with <c>--check</c>: missing or unused scopes, or a breaking change; or two readers that
    /// disagree. For <c>call</c>: the service rejected the call, or the job failed.
    /// </summary>
    public const int Found = 1;

    /// <summary>The command failed: the input cannot be loaded, or the command line is invalid.</summary>
    public const int Failed = 2;

    /// <summary>No credential was granted the scopes of a call, by the manifest or by the response of the service.</summary>
    public const int ScopeMissing = 3;

    /// <summary>Whether a call was applied is unknown, or its job is still running.</summary>
    public const int OutcomeUnknown = 4;

    /// <summary>Ctrl+C ended the command, as shells number it.</summary>
    public const int Interrupted = 130;
}
