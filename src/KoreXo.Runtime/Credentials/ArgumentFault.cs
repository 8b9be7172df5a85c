namespace KoreXo.Runtime;

/// <summary>Reads the exceptions of our own argument checks, whose messages never show a secret.</summary>
internal static class ArgumentFault
{
    /// <summary>Gets the message without the parameter name that .NET appends, and without its full stop.</summary>
    public static string Reason(ArgumentException fault) => fault.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd('.');
}
