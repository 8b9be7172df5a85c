using KoreXo.Cli.Calls.Output;

namespace KoreXo.Cli.Calls.Running;

/// <summary>The options that every call has.</summary>
internal sealed record CallSettings
{
    public OutputFormat Format { get; init; }

    /// <summary>Gets the file that a download is written to.</summary>
    public string? Out { get; init; }

    /// <summary>Gets the JSON pointer of the link to download, if the result has several.</summary>
    public string? Link { get; init; }

    public bool PageAll { get; init; }

    /// <summary>Gets the token of the page to go on after.</summary>
    public string? Continue { get; init; }

    public bool NoWait { get; init; }

    /// <summary>Gets the longest time to wait for a job; the SDK's default when null.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Gets the token of a job to wait for, instead of starting one.</summary>
    public string? Resume { get; init; }

    public bool Simulate { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>Gets the file with credentials.</summary>
    public string? Credentials { get; init; }

    /// <summary>Gets the manifest of scopes.</summary>
    public string? Manifest { get; init; }
}
