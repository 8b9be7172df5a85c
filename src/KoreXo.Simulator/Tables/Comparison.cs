namespace KoreXo.Simulator.Tables;

/// <summary>The comparison operators of filters.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    Greater,
}
