namespace KoreXo.Package.Tests;

internal sealed record CommandResult(int ExitCode, string Output)
{
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return Output;
    }

    public string Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return Output;
    }
}
