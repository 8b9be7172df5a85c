namespace KoreXo.Simulator.Behaviors;

/// <summary>Operations on one subject, which share their state and response format.</summary>
internal interface IOperationFamily
{
    IEnumerable<OperationBehavior> Behaviors { get; }
}
