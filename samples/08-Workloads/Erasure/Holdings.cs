namespace Workloads.Erasure;

/// <summary>What the platform has of a customer, and the ids of the requests that counted it.</summary>
internal sealed record Holdings(int Sessions, int Messages, IReadOnlyList<string> RequestIds)
{
    public bool IsEmpty => Sessions == 0 && Messages == 0;
}
