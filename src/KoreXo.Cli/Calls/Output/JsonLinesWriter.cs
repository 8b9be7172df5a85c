using System.Text.Json;

namespace KoreXo.Cli.Calls.Output;

/// <summary>Writes a line of JSON for each item.</summary>
internal sealed class JsonLinesWriter(TextWriter output) : ResultWriter(output)
{
    public override Task WriteAsync(JsonElement result, CancellationToken cancellationToken) =>
        WriteItemsAsync(Rows(result), cancellationToken);

    public override async Task WriteItemsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            await Output.WriteAsync($"{Text(item, indented: false)}\n".AsMemory(), cancellationToken);
        }
    }
}
