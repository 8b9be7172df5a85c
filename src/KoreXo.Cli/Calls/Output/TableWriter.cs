using System.Text.Json;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Calls.Output;

/// <summary>Writes aligned columns for people: long values are cut, and each page has its own widths.</summary>
internal sealed class TableWriter(TextWriter output, IReadOnlyList<string> declared) : ResultWriter(output)
{
    private const int Widest = 40;

    private IReadOnlyList<string>? _columns;

    public override async Task WriteAsync(JsonElement result, CancellationToken cancellationToken)
    {
        await WriteItemsAsync(Rows(result), cancellationToken);
        await EndAsync(cancellationToken);
    }

    public override async Task WriteItemsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken)
    {
        if (items.Count > 0)
        {
            await WriteRowsAsync(items, cancellationToken);
        }
    }

    public override Task EndAsync(CancellationToken cancellationToken) =>
        _columns is null ? WriteRowsAsync([], cancellationToken) : Task.CompletedTask;

    private async Task WriteRowsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken)
    {
        var isFirst = _columns is null;
        _columns ??= TabularRows.Columns(declared, items);
        List<string[]> rows =
        [
            .. isFirst
                ?
                [
                    [.. _columns.Select(ShownText.From)],
                ]
                : Array.Empty<string[]>(),
            .. items.Select(item => _columns.Select(column => Cell(TabularRows.Cell(item, column))).ToArray()),
        ];
        var widths = _columns.Select((_, index) => rows.Select(row => row[index].Length).DefaultIfEmpty().Max()).ToArray();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, index) => cell.PadRight(widths[index])));
            await Output.WriteAsync($"{line.TrimEnd()}\n".AsMemory(), cancellationToken);
        }
    }

    private static string Cell(JsonElement? value)
    {
        var text = ShownText.From(
            value switch
            {
                null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
                { ValueKind: JsonValueKind.String } string_ => string_.GetString()!,
                { } other => Text(other, indented: false),
            }
        );
        if (text.Length <= Widest)
        {
            return text;
        }

        // Half of an emoji is no character.
        var end = char.IsHighSurrogate(text[Widest - 2]) ? Widest - 2 : Widest - 1;
        return text[..end] + "…";
    }
}
