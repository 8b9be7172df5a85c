using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads what a document says of rates.</summary>
internal static class QuotaReader
{
    public static QuotaRule Read(SpecNode node) =>
        new(
            node.String("budget") ?? "",
            [.. (node["by"]?.Items ?? []).Select(ReadKey)],
            [
                .. (node["limits"]?.Items ?? []).Select(limit => new QuotaWindow(
                    limit.Integer("calls") ?? 0,
                    TimeSpan.FromSeconds(limit.Integer("seconds") ?? 0)
                )),
            ],
            node.Boolean("documented") ?? true
        );

    public static RefusalTexts ReadRefusals(SpecNode? node) =>
        new([.. (node?.Items ?? []).Select(item => new RefusalText(item.String("contains") ?? "", item.Integer("seconds") ?? 0))]);

    private static (ParameterPlace Place, string Name) ReadKey(SpecNode node) =>
        (
            node.String("in") switch
            {
                "path" => ParameterPlace.Path,
                "query" => ParameterPlace.Query,
                _ => ParameterPlace.Header,
            },
            node.String("name") ?? ""
        );
}
