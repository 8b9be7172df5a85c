namespace KoreXo.Benchmarks;

/// <summary>One call in two versions: by hand, and by the client.</summary>
internal sealed record CallPair(string Name, Func<Task> ByHand, Func<Task> Typed);
