namespace KoreXo.Simulator.Documents;

/// <summary>The part of a request that carries a parameter.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
}
