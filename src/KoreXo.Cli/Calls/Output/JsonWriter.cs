using System.Text.Json;

namespace KoreXo.Cli.Calls.Output;

/// <summary>Writes indented JSON. A list is an array that is written page by page.</summary>
internal sealed class JsonWriter(TextWriter output) : ResultWriter(output)
{
    private bool _hasItems;

    public override Task WriteAsync(JsonElement result, CancellationToken cancellationToken) =>
        Output.WriteAsync($"{Text(result, indented: true)}\n".AsMemory(), cancellationToken);

    public override Task BeginAsync(CancellationToken cancellationToken) => Output.WriteAsync("[".AsMemory(), cancellationToken);

    public override async Task WriteItemsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var text = Text(item, indented: true).Replace("\n", "\n  ", StringComparison.Ordinal);
            await Output.WriteAsync($"{(_hasItems ? "," : "")}\n  {text}".AsMemory(), cancellationToken);
            _hasItems = true;
        }
    }

    public override Task EndAsync(CancellationToken cancellationToken) =>
        Output.WriteAsync((_hasItems ? "\n]\n" : "]\n").AsMemory(), cancellationToken);
}
