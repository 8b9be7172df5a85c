using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>How emitted code writes the values that look alike in a path, a query, a header and a form.</summary>
internal static class ScalarText
{
    public static bool IsFormatted(ScalarKind kind) =>
        kind is ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.TimeSpan or ScalarKind.Guid;

    public static string Format(string value) => $"global::KoreXo.Runtime.ParameterText.Format({value})";
}
