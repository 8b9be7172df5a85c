namespace KoreXo.Runtime;

/// <summary>Reads the exceptions that our own checks of arguments throw, whose messages never show a secret.</summary>
internal static class ArgumentFault
{
    /// <summary>Gives the message without the name of the parameter, which the framework appends, and without its full stop.</summary>
    public static string Reason(ArgumentException fault) => fault.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd('.');
}
