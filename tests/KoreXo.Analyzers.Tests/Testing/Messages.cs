using System.Globalization;
using KoreXo.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Testing;

internal static class Messages
{
    /// <summary>Gets the message without the hint that ends each.</summary>
    public static string WithoutHint(Diagnostic diagnostic)
    {
        var (message, hint) = (diagnostic.GetMessage(CultureInfo.InvariantCulture), RuleHelp.Hint(diagnostic.Id));
        Assert.EndsWith(hint, message, StringComparison.Ordinal);
        return message[..^hint.Length];
    }
}
