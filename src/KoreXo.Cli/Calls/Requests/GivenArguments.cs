using KoreXo.Cli.Calls.Arguments;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>What a command line says, before it is checked.</summary>
/// <param name="Values">The values of each argument that is given, in order; null for one without a value.</param>
/// <param name="Body">The values of <c>--body</c>.</param>
/// <param name="Unknown">What belongs to no option.</param>
internal sealed record GivenArguments(
    IReadOnlyList<(CallArgument Argument, IReadOnlyList<string?> Texts)> Values,
    IReadOnlyList<string?> Body,
    IReadOnlyList<string> Unknown
);
