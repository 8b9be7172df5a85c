using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Specs.Generating;

/// <summary>Hands the metadata of files to the generator as a build does.</summary>
internal sealed class ItemOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Values None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public override AnalyzerConfigOptions GlobalOptions => None;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is DocumentText document ? new Values(document.Metadata) : None;

    private sealed class Values(IReadOnlyDictionary<string, string> metadata) : AnalyzerConfigOptions
    {
        private const string Prefix = "build_metadata.AdditionalFiles.";

        public override bool TryGetValue(string key, out string value)
        {
            var isThere = metadata.TryGetValue(
                key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? key[Prefix.Length..] : "",
                out var found
            );
            value = found ?? "";
            return isThere;
        }
    }
}
