namespace KoreXo.Simulator.Behaviors;

/// <summary>The behaviors by operation id.</summary>
internal sealed class BehaviorTable(IEnumerable<OperationBehavior> behaviors)
{
    private readonly Dictionary<string, OperationBehavior> _behaviors = behaviors.ToDictionary(
        behavior => behavior.OperationId,
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<string> OperationIds => _behaviors.Keys;

    public OperationBehavior? Find(string operationId) => _behaviors.GetValueOrDefault(operationId);
}
