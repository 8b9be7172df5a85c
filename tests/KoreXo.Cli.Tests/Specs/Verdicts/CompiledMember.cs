namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>A public member as the compiler sees it.</summary>
/// <param name="Name">Its name, with those of the types that it is in.</param>
/// <param name="Owner">The type it is in.</param>
/// <param name="Text">Its declaration, without <c>required</c>.</param>
/// <param name="MustBeSet">True where callers must set it, or derived types must implement it.</param>
internal sealed record CompiledMember(string Name, string? Owner, string Text, bool MustBeSet);
