namespace KoreXo.Simulator.Faults;

/// <summary>How far a request gets before its fault occurs.</summary>
internal enum FaultMoment
{
    /// <summary>The token is rejected although it is valid.</summary>
    Token,

    /// <summary>The request is accepted and counted, but not applied.</summary>
    BeforeEffect,

    /// <summary>The request is applied, and the response fails.</summary>
    AfterEffect,
}
