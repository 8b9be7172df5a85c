namespace KoreXo.Simulator.Behaviors;

/// <summary>The behaviors, by operation id.</summary>
internal sealed class BehaviorTable(IEnumerable<IOperationBehavior> behaviors)
{
    private readonly Dictionary<string, IOperationBehavior> _behaviors = behaviors.ToDictionary(
        behavior => behavior.OperationId,
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<string> OperationIds => _behaviors.Keys;

    public IOperationBehavior? Find(string operationId) => _behaviors.GetValueOrDefault(operationId);
}
