using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Testing.Generators;

internal sealed class TestOptions(ImmutableDictionary<string, string> values, string prefix) : AnalyzerConfigOptions
{
    public static readonly TestOptions Empty = new(ImmutableDictionary<string, string>.Empty, "");

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value);
    }
}
