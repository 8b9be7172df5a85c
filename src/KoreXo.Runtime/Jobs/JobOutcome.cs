namespace KoreXo.Runtime;

/// <summary>What a state means.</summary>
internal enum JobOutcome
{
    Running,
    Succeeded,
    Failed,
}
