namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>One case of the case file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Fences">Its blocks.</param>
public sealed record Case(string Id, string Title, IReadOnlyList<Fence> Fences);
