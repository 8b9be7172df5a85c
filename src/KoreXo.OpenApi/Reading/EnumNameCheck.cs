using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>Finds names of enum values that cannot be assigned to the values: with one too few, all of them are ignored.</summary>
internal static class EnumNameCheck
{
    private static readonly string[] Words = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

    public static void Run(SpecNode schema, PointerStack pointer, SpecFiles files)
    {
        foreach (var word in Words)
        {
            if (
                schema[word] is { } names
                && schema["enum"] is { Kind: SpecNodeKind.Array } values
                && (
                    names.Items.Count != values.Items.Count
                    || names.Items.Exists(static name => name is not { Kind: SpecNodeKind.String, Text.Length: > 0 })
                )
            )
            {
                files.Report(
                    SpecRules.Unsupported,
                    names,
                    $"{pointer}/{word}",
                    $"'{word}', which does not have one name for each of the {values.Items.Count} values,",
                    "it is ignored"
                );
            }
        }
    }
}
