namespace KoreXo.Analyzers.Guards;

/// <summary>The state shared while the guards of one member are analyzed.</summary>
/// <param name="Guards">The guards that are declared with attributes.</param>
/// <param name="Members">What other members of the project prove.</param>
/// <param name="Variables">The variables of the member.</param>
/// <param name="Path">The chain of members being analyzed.</param>
/// <param name="Cancellation">A token to cancel the analysis.</param>
internal sealed record FlowContext(
    GuardReader Guards,
    GuardedMembers Members,
    VariableUse Variables,
    CallPath Path,
    CancellationToken Cancellation
);
