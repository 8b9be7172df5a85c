namespace KoreXo.Simulator;

/// <summary>The kind of body of an error response.</summary>
public enum FaultBody
{
    /// <summary>JSON in the platform's error format.</summary>
    Json,

    /// <summary>An HTML page, as gateways and proxies send.</summary>
    Html,

    /// <summary>No body.</summary>
    Empty,
}
