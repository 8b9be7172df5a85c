using Xunit;

namespace KoreXo.Testing.Packages;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed, errors last.</param>
public sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Returns the output of a command that must have succeeded.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return Output;
    }

    /// <summary>Returns the output of a command that must have failed.</summary>
    public string Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return Output;
    }
}
