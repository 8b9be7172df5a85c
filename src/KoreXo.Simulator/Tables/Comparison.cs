namespace KoreXo.Simulator.Tables;

/// <summary>The comparisons that a filter knows.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    Greater,
}
