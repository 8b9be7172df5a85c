namespace KoreXo.Simulator.Faults;

/// <summary>How far a request comes before its fault.</summary>
internal enum FaultMoment
{
    /// <summary>The token is refused, although it is good.</summary>
    Token,

    /// <summary>The request is let in, and counts, but is not carried out.</summary>
    BeforeEffect,

    /// <summary>The request is carried out; what goes wrong is the answer.</summary>
    AfterEffect,
}
