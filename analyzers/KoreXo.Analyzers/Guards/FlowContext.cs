namespace KoreXo.Analyzers.Guards;

/// <summary>What is shared while the guards of one member are followed.</summary>
/// <param name="Guards">The guards that attributes name.</param>
/// <param name="Members">What other members of the project tell.</param>
/// <param name="Variables">The variables of the member.</param>
/// <param name="Path">The members that are being followed.</param>
/// <param name="Cancellation">Ends the work.</param>
internal sealed record FlowContext(
    GuardReader Guards,
    GuardedMembers Members,
    VariableUse Variables,
    CallPath Path,
    CancellationToken Cancellation
);
