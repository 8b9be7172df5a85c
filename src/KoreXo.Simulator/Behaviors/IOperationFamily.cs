namespace KoreXo.Simulator.Behaviors;

/// <summary>Operations on one subject, which share their state and the form of their answers.</summary>
internal interface IOperationFamily
{
    IEnumerable<IOperationBehavior> Behaviors { get; }
}
