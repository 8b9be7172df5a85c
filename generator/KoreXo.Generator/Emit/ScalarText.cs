using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the formatting of values that have one format in paths, queries, headers and forms.</summary>
internal static class ScalarText
{
    public static bool IsFormatted(ScalarKind kind) =>
        kind is ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.TimeSpan or ScalarKind.Guid;

    public static string Format(string value) => $"global::KoreXo.Runtime.ParameterText.Format({value})";
}
