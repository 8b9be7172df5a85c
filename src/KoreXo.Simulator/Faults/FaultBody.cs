namespace KoreXo.Simulator;

/// <summary>What the body of an error answer is.</summary>
public enum FaultBody
{
    /// <summary>JSON in the platform's form for errors.</summary>
    Json,

    /// <summary>An HTML page, as gateways and proxies make them.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,
}
