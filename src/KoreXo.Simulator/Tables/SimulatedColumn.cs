using System.Text.Json;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator;

/// <summary>A column of a data table, as described in query responses.</summary>
public sealed record SimulatedColumn
{
    /// <summary>Initializes a new instance of the <see cref="SimulatedColumn"/> class.</summary>
    /// <param name="name">The name of the column; any characters are allowed.</param>
    /// <param name="type">The type of the values, one of <see cref="Types"/>. The default is <c>string</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or that of a column that the platform fills, or the type is
    /// unknown.</exception>
    public SimulatedColumn(string name, string type = "string")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (SystemColumns.Contains(name))
        {
            throw new ArgumentException($"The column '{name}' is filled by the platform itself; give yours another name.", nameof(name));
        }

        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The column type '{type}' is unknown; write one of {string.Join(", ", Types)}.", nameof(type));
        }

        Name = name;
        Type = type;
    }

    /// <summary>For columns that requests add, whose names are not validated.</summary>
    private SimulatedColumn() { }

    /// <summary>
    /// Gets the types that a column can have. The platform's pages show only <c>string</c>; the other names are the simulator's own.
    /// </summary>
    public static IReadOnlyList<string> Types { get; } = ["string", "number", "boolean", "date", "object"];

    /// <summary>Gets the name of the column.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Gets the type of the column's values, one of <see cref="Types"/>.</summary>
    public string Type { get; private init; } = "";

    /// <summary>Returns the name and the type.</summary>
    /// <returns>For example <c>Age:number</c>.</returns>
    public override string ToString() => $"{Name}:{Type}";

    // Columns that no one declared appear with the first row that has them. A null says nothing about the type, so the next value that is
    // not null does.
    /// <summary>
    /// Returns the declared columns, followed by those of the rows in the order of first appearance, each with the type of its first value.
    /// </summary>
    internal static IReadOnlyList<SimulatedColumn> From(IEnumerable<SimulatedColumn> declared, IEnumerable<TableRow> rows)
    {
        var columns = new OrderedDictionary<string, string?>(
            declared.Select(column => KeyValuePair.Create(column.Name, (string?)column.Type)),
            StringComparer.Ordinal
        );
        foreach (var (name, value) in rows.SelectMany(row => row.Columns))
        {
            if (!columns.TryGetValue(name, out var type) || type is null)
            {
                columns[name] = TypeOf(value);
            }
        }

        return [.. columns.Select(column => new SimulatedColumn { Name = column.Key, Type = column.Value ?? "string" })];
    }

    /// <summary>
    /// Returns whether a value matches the column's type. Nothing is rejected, since the platform documents no such check.
    /// </summary>
    internal bool Describes(JsonElement value) => TypeOf(value) is not { } type || type == Type || (type == "string" && Type == "date");

    private static string? TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Object or JsonValueKind.Array => "object",
            _ => "string",
        };
}
