using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>Finds responses under names that are no status: nobody would ever receive them.</summary>
internal static class StatusCheck
{
    /// <param name="operation">The operation.</param>
    /// <param name="add">Receives a node, the member that it is, what is wrong, and what to do.</param>
    public static void Run(SpecNode operation, Action<SpecNode, string, string, string> add)
    {
        var responses = operation["responses"];
        foreach (var name in (responses?.Names ?? []).Where(static name => !IsStatus(name)))
        {
            add(
                responses![name]!,
                "responses" + JsonPointer.Append("", name),
                $"The status '{name}' of a response",
                "it is ignored. Write three digits, a range such as 2XX, or default"
            );
        }
    }

    private static bool IsStatus(string name) =>
        name == "default"
        || name.StartsWith("x-", StringComparison.Ordinal)
        || (
            name.Length == 3
            && name[0] is >= '1' and <= '5'
            && (name.EndsWith("XX", StringComparison.OrdinalIgnoreCase) || (char.IsDigit(name[1]) && char.IsDigit(name[2])))
        );
}
