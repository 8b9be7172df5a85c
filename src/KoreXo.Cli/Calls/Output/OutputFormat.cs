namespace KoreXo.Cli.Calls.Output;

/// <summary>How results are written to standard output.</summary>
internal enum OutputFormat
{
    /// <summary>Indented JSON; an array for a list.</summary>
    Json,

    /// <summary>One line of JSON for each item.</summary>
    Jsonl,

    /// <summary>A header, and a line for each item.</summary>
    Csv,

    /// <summary>Aligned columns, for people.</summary>
    Table,
}
